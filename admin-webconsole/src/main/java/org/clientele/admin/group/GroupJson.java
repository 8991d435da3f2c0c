package org.clientele.admin.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Reason;
import org.clientele.admin.effective.ReasonWords;
import org.clientele.admin.list.JsonShape;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** A group and its members as JSON. */
public final class GroupJson {
    private final GroupLookUp groups;
    private final EffectivePermissions effective;

    public GroupJson(Groups groups, EffectivePermissions effective) {
        this.groups = new GroupLookUp(groups);
        this.effective = effective;
    }

    public Reply record(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(List.of(exchange.kind().idParameter()));
        return new Reply.Json(200, group(groups.asked(exchange)));
    }

    public Reply members(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(List.of(exchange.kind().idParameter(), "type", "after", "limit"));
        int limit = exchange.limit(ListRequest.MOST_ROWS);
        Group group = groups.asked(exchange);
        Optional<String> after = exchange.filled("after");
        MemberPage page = effective.members(group.id(), exchange.text("type"), after, limit);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", page.members().stream().map(GroupJson::member).toList());
        json.put("next", JsonShape.nullable(page.next()));
        json.put("incomplete", page.incomplete());
        json.put("sources", JsonShape.sources(page.sources()));
        return new Reply.Json(200, json);
    }

    static Map<String, Object> group(Group group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", group.id());
        json.put("name", group.name());
        json.put("comment", group.comment());
        json.put("validity", group.validity().key());
        json.put("version", group.version());
        return json;
    }

    private static Map<String, Object> member(Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("login", member.customerUser().login());
        json.put("name", member.customerUser().name());
        json.put("reasons", member.reasons().stream().map(GroupJson::reason).toList());
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", ReasonWords.key(reason));
        reason.customerId().ifPresent(id -> json.put("customerId", id));
        return json;
    }
}
