package org.clientele.admin.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.Validity;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Permissions;
import org.clientele.admin.effective.ReasonWords;
import org.clientele.admin.form.Carried;
import org.clientele.admin.group.MembersView.MemberRow;
import org.clientele.admin.group.MembersView.TypeChoice;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/** Asks for the members of a group. The rest of the page does not depend on the answer. */
public final class MembersSection {
    private static final int ROWS = 50;

    private final EffectivePermissions effective;
    private final Permissions permissions;

    public MembersSection(EffectivePermissions effective, Permissions permissions) {
        this.effective = effective;
        this.permissions = permissions;
    }

    MembersView of(Exchange exchange, Group group) {
        List<String> types = permissions.rules().types();
        String type = exchange.filled("type").filter(types::contains).orElse(types.get(0));
        Optional<String> after = exchange.filled("after");
        try {
            MemberPage page = effective.members(group.id(), type, after, ROWS);
            return view(exchange, group, type, page);
        } catch (InvalidInputException e) {
            return without(exchange, group, type, exchange.words().refused(e));
        } catch (DirectoryException e) {
            return without(exchange, group, type, exchange.words().unavailable(e));
        }
    }

    private MembersView view(Exchange exchange, Group group, String type, MemberPage page) {
        Screen screen = exchange.screen();
        boolean later = exchange.filled("after").isPresent();
        return new MembersView(
                choices(exchange, group, type),
                type,
                page.members().stream().map(member -> row(screen, member)).toList(),
                later ? address(exchange, group, type, "") : "",
                page.next()
                        .map(cursor -> address(exchange, group, type, cursor))
                        .orElse(""),
                notices(exchange, page),
                page.members().isEmpty() ? emptiness(exchange, group, type, page) : "");
    }

    private MembersView without(Exchange exchange, Group group, String type, String reason) {
        return new MembersView(choices(exchange, group, type), type, List.of(), "", "", List.of(reason), "");
    }

    private List<TypeChoice> choices(Exchange exchange, Group group, String chosen) {
        return permissions.rules().types().stream()
                .map(type -> new TypeChoice(type, address(exchange, group, type, ""), type.equals(chosen)))
                .toList();
    }

    private static String address(Exchange exchange, Group group, String type, String after) {
        return Carried.of(exchange)
                        .edit(exchange.screen(), Long.toString(group.id()))
                        .with("type", type)
                        .with("after", after)
                + "#members";
    }

    private static MemberRow row(Screen screen, Member member) {
        String login = member.customerUser().login();
        String address = Links.to(screen.home(Kind.USERS) + "/edit")
                .with(Kind.USERS.idParameter(), login)
                .toString();
        List<String> reasons = member.reasons().stream()
                .map(reason -> ReasonWords.of(reason, screen.words()))
                .toList();
        return new MemberRow(login, address, member.customerUser().name(), reasons);
    }

    private List<String> notices(Exchange exchange, MemberPage page) {
        List<String> notices = new ArrayList<>();
        if (!permissions.rules().groupSupport()) {
            notices.add(exchange.words().get("access.off"));
        }
        if (page.incomplete()) {
            notices.add(exchange.words().get("members.incomplete"));
        }
        return notices;
    }

    private static String emptiness(Exchange exchange, Group group, String type, MemberPage page) {
        if (group.validity() != Validity.VALID) {
            return exchange.words().get("members.invalid");
        }
        return page.next().isPresent()
                ? exchange.words().get("members.none.here")
                : exchange.words().get("members.none", type);
    }
}
