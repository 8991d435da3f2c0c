package org.clientele.admin.conflict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.admin.list.JsonShape;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;

/** The JSON twin of the conflicts: a portion of one kind. */
public final class ConflictsJson implements Action {
    private final Conflicts conflicts;

    public ConflictsJson(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(List.of(ConflictsQuery.KIND, ConflictsQuery.AFTER, "limit"));
        ConflictsQuery query = ConflictsQuery.of(exchange);
        ConflictPage page = query.page(conflicts, query.required(exchange), exchange.limit(Conflicts.MOST));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "conflicts",
                page.conflicts().stream().map(ConflictsJson::conflict).toList());
        json.put("next", JsonShape.nullable(page.next()));
        json.put("walked", page.walked());
        json.put("incomplete", page.incomplete());
        json.put("sources", JsonShape.sources(page.sources()));
        return new Reply.Json(200, json);
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", conflict.kind().key());
        if (conflict instanceof ShadowedLogin shadowed) {
            json.put("shadowed", person(shadowed.shadowed()));
            json.put("owner", person(shadowed.owner()));
        } else if (conflict instanceof SharedEmail shared) {
            json.put("email", shared.email());
            json.put("earlier", person(shared.earlier()));
            json.put("later", person(shared.later()));
        } else if (conflict instanceof SuspendedReference suspended) {
            json.put("customerUser", person(suspended.user()));
            json.put("remembered", suspended.remembered());
            json.put("told", suspended.told());
            json.put("confirmedAt", suspended.confirmedAt().toString());
        } else if (conflict instanceof UnfinishedRename rename) {
            json.put("of", rename.of().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.put("id", rename.id());
            json.put("newId", rename.newId());
            json.put("sourceId", rename.sourceId());
            json.put("place", rename.place().name().toLowerCase(Locale.ROOT));
        }
        json.put("advice", conflict.advice());
        return json;
    }

    private static Map<String, Object> person(CustomerUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("login", user.login());
        json.put("source", user.source());
        json.put("name", user.name());
        json.put("validity", user.validity().key());
        return json;
    }
}
