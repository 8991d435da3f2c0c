package org.clientele.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.CustomerUser;
import org.clientele.DisabledHere;
import org.clientele.access.CustomerAccess;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Reason;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditSubject;
import org.clientele.privacy.KnownPerson.Reference;
import org.clientele.privacy.KnownPerson.Relations;

/** What is known about a person, as a tree of maps and lists. */
final class PersonDocument {
    private PersonDocument() {}

    static Map<String, Object> of(KnownPerson person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("login", person.customerUser().login());
        json.put("exportedAt", time(person.at()));
        json.put("record", record(person.customerUser()));
        json.put(
                "shadowed",
                person.shadowed().stream().map(PersonDocument::record).toList());
        json.put("notAsked", person.notAsked());
        json.put(
                "references",
                person.references().stream().map(PersonDocument::reference).toList());
        json.put("suspended", person.suspended());
        Relations relations = person.relations();
        json.put("preferences", relations.preferences());
        json.put(
                "tokens", relations.tokens().stream().map(PersonDocument::token).toList());
        json.put("permissions", permissions(relations));
        json.put("assignedCustomers", List.copyOf(relations.assigned()));
        json.put(
                "effectivePermissions",
                relations.groups().stream().map(PersonDocument::group).toList());
        json.put(
                "customerAccess",
                relations.customers().stream().map(PersonDocument::customer).toList());
        json.put("changes", person.changes().stream().map(PersonDocument::entry).toList());
        json.put(
                "changesMade", person.made().stream().map(PersonDocument::entry).toList());
        return json;
    }

    private static Map<String, Object> entry(AuditEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", time(entry.at()));
        json.put("actor", entry.actor().name());
        json.put("door", key(entry.actor().door()));
        json.put("address", entry.actor().address());
        json.put("action", key(entry.action()));
        json.put("subject", subject(entry.subject()));
        entry.other().ifPresent(other -> json.put("other", subject(other)));
        json.put("source", entry.source());
        json.put("values", entry.changes().stream().map(PersonDocument::change).toList());
        json.put("outcome", key(entry.outcome()));
        json.put("note", entry.note());
        return json;
    }

    private static Map<String, Object> subject(AuditSubject subject) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", key(subject.entity()));
        json.put("id", subject.id());
        return json;
    }

    private static Map<String, Object> change(AuditChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        json.put("before", change.before());
        json.put("after", change.after());
        return json;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> record(CustomerUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("login", user.login());
        json.put("source", user.source());
        json.put("writable", user.writable());
        json.put("name", user.name());
        json.put("validity", user.validity().key());
        json.put("customerIds", List.copyOf(user.customerIds()));
        json.put("fields", fields(user));
        return json;
    }

    private static Map<String, Object> fields(CustomerUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        user.fields().forEach((variable, values) -> {
            if (!values.isEmpty()) {
                json.put(variable, values.size() == 1 ? values.get(0) : values);
            }
        });
        return json;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", reference.sourceId());
        json.put("login", reference.login());
        reference.nativeId().ifPresent(id -> json.put("nativeId", id));
        json.put("confirmedAt", time(reference.confirmedAt()));
        json.put("state", key(reference.state()));
        reference.pendingLogin().ifPresent(login -> json.put("pendingLogin", login));
        reference.disabledHere().ifPresent(mark -> json.put("disabledHere", mark(mark)));
        return json;
    }

    private static Map<String, Object> mark(DisabledHere mark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", time(mark.at()));
        json.put("by", mark.by());
        json.put("comment", mark.comment());
        return json;
    }

    private static Map<String, Object> token(KnownPerson.KeptToken token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("purpose", token.purpose());
        json.put("expiresAt", time(token.expiresAt()));
        return json;
    }

    private static Map<String, Object> permissions(Relations relations) {
        return relations.permissions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().sorted().toList(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Map<String, Object> group(GroupAccess access) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", access.group().name());
        Map<String, Object> types = new LinkedHashMap<>();
        access.types()
                .forEach((type, reasons) -> types.put(
                        type, reasons.stream().map(PersonDocument::reason).toList()));
        json.put("types", types);
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", key(reason.kind()));
        reason.customerId().ifPresent(id -> json.put("customerId", id));
        return json;
    }

    private static Map<String, Object> customer(CustomerAccess access) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("customerId", access.customer().customerId());
        json.put("name", access.customer().name());
        json.put("direct", access.direct());
        json.put("through", access.through().stream().map(Group::name).toList());
        return json;
    }

    private static String time(Instant instant) {
        return instant.toString();
    }
}
