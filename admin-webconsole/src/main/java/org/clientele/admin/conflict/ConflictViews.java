package org.clientele.admin.conflict;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.admin.conflict.ConflictView.Decision;
import org.clientele.admin.conflict.ConflictView.PersonView;
import org.clientele.admin.source.SourceName;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;

/** Says of conflicts what people read. */
final class ConflictViews {
    private final Screen screen;
    private final Words words;
    private final CustomerUsers users;

    ConflictViews(Screen screen, CustomerUsers users) {
        this.screen = screen;
        this.words = screen.words();
        this.users = users;
    }

    ConflictView of(Conflict conflict) {
        if (conflict instanceof ShadowedLogin shadowed) {
            return shadowed(shadowed);
        }
        if (conflict instanceof SharedEmail shared) {
            return shared(shared);
        }
        return conflict instanceof SuspendedReference suspended
                ? suspended(suspended)
                : unfinished((UnfinishedRename) conflict);
    }

    private ConflictView shadowed(ShadowedLogin conflict) {
        List<PersonView> people = List.of(
                person("conflict.counts", conflict.owner(), true),
                person("conflict.shadowed", conflict.shadowed(), false));
        String advice = words.get(
                "conflict.shadowed-login.advice",
                SourceName.of(users, conflict.owner().source()));
        return new ConflictView(conflict.shadowed().login(), people, List.of(), advice, List.of(), Map.of());
    }

    private ConflictView shared(SharedEmail conflict) {
        List<PersonView> people = List.of(person("", conflict.earlier(), true), person("", conflict.later(), true));
        String advice = words.get("conflict.shared-email.advice");
        return new ConflictView(conflict.email(), people, List.of(), advice, List.of(), Map.of());
    }

    private ConflictView suspended(SuspendedReference conflict) {
        CustomerUser user = conflict.user();
        String seen = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(conflict.confirmedAt());
        List<String> facts = List.of(
                words.get("conflict.remembered", conflict.remembered(), seen),
                words.get("conflict.told", conflict.told()));
        List<Decision> decisions = List.of(
                new Decision("same", words.get("conflict.same"), words.get("conflict.same.effect", user.login())),
                new Decision(
                        "another",
                        words.get("conflict.another"),
                        words.get(
                                user.disabledHere().isPresent()
                                        ? "conflict.another.effect.disabled"
                                        : "conflict.another.effect",
                                user.login())));
        return new ConflictView(
                user.login(),
                List.of(person("", user, true)),
                facts,
                words.get("conflict.suspended-reference.advice"),
                decisions,
                Map.of("login", user.login(), "remembered", conflict.remembered(), "told", conflict.told()));
    }

    private ConflictView unfinished(UnfinishedRename rename) {
        String place = rename.place().name().toLowerCase(Locale.ROOT);
        boolean person = rename.of() == Renamed.CUSTOMER_USER;
        return new ConflictView(
                words.get(person ? "conflict.rename.user" : "conflict.rename.customer", rename.id(), rename.newId()),
                List.of(),
                List.of(),
                words.get("conflict.rename." + place, rename.id(), rename.newId()),
                rename.place() == Place.UNKNOWN
                        ? List.of()
                        : List.of(new Decision("finish", words.get("conflict.finish"), "")),
                Map.of(
                        "of", rename.of().name(),
                        "id", rename.id(),
                        "newId", rename.newId(),
                        "sourceId", rename.sourceId()));
    }

    /** @param shown whether the record is the one that the login stands for */
    private PersonView person(String role, CustomerUser user, boolean shown) {
        String address = Links.to(screen.home(Kind.USERS) + "/edit")
                .with(Kind.USERS.idParameter(), user.login())
                .toString();
        return new PersonView(
                role.isEmpty() ? "" : words.get(role),
                user.login(),
                user.name(),
                SourceName.of(users, user.source()),
                user.validity().key(),
                shown ? address : "");
    }
}
