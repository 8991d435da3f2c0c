package org.clientele.admin.audit;

import static org.clientele.admin.audit.AuditRequest.key;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.CustomerUsers;
import org.clientele.Validity;
import org.clientele.admin.audit.AuditRow.Subject;
import org.clientele.admin.audit.AuditRow.Value;
import org.clientele.admin.source.SourceName;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditSubject;
import org.clientele.customer.Customers;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** Says in words what entries say. */
final class AuditRows {
    private static final String DISABLED_HERE = "disabledHere";
    private static final String GROUP_VALIDITY = "validity";

    private final Screen screen;
    private final Words words;
    private final CustomerUsers users;
    private final Customers customers;
    private final Map<String, Field> fields;
    private final DateTimeFormatter time;

    AuditRows(Screen screen, CustomerUsers users, Customers customers) {
        this.screen = screen;
        this.words = screen.words();
        this.users = users;
        this.customers = customers;
        this.fields = Stream.concat(users.fields().stream(), customers.fields().stream())
                .collect(Collectors.toMap(Field::variable, Function.identity(), (first, second) -> first));
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault());
    }

    AuditRow row(AuditEntry entry) {
        return new AuditRow(
                entry.at().toString(),
                time.format(entry.at()),
                entry.actor().name(),
                words.get("audit.door." + key(entry.actor().door())),
                entry.actor().address(),
                words.get("audit.action." + key(entry.action())),
                subject(entry.subject()),
                entry.other().map(this::subject).orElse(new Subject("", "", "")),
                SourceName.of(users, customers, entry.source()),
                entry.changes().stream().map(change -> value(entry, change)).toList(),
                key(entry.outcome()),
                words.get("audit.outcome." + key(entry.outcome())),
                entry.note());
    }

    private Subject subject(AuditSubject subject) {
        return new Subject(words.get("audit.entity." + key(subject.entity())), subject.id(), address(subject));
    }

    private String address(AuditSubject subject) {
        return switch (subject.entity()) {
            case CUSTOMER_USER -> edit(Kind.USERS, subject.id());
            case CUSTOMER -> edit(Kind.CUSTOMERS, subject.id());
            case GROUP ->
                Links.to(screen.home(Kind.GROUPS))
                        .with("search", subject.id())
                        .with("includeInvalid", true)
                        .toString();
            case SOURCE -> "";
        };
    }

    private String edit(Kind kind, String id) {
        return Links.to(screen.home(kind) + "/edit")
                .with(kind.idParameter(), id)
                .toString();
    }

    private Value value(AuditEntry entry, AuditChange change) {
        return new Value(
                label(entry, change.field()),
                text(entry, change, change.before()),
                text(entry, change, change.after()),
                change.isWithheld());
    }

    private String label(AuditEntry entry, String field) {
        boolean ofRecord = entry.action() != AuditAction.PREFERENCE
                && (entry.subject().entity() == AuditEntity.CUSTOMER_USER
                        || entry.subject().entity() == AuditEntity.CUSTOMER);
        Optional<Field> known = Optional.ofNullable(fields.get(field)).filter(any -> ofRecord);
        return known.map(words::label)
                .orElseGet(() -> words.or("audit.field." + field, words.or("label." + field, field)));
    }

    private String text(AuditEntry entry, AuditChange change, String value) {
        if (entry.action() == AuditAction.ASSIGNMENT || change.field().equals(DISABLED_HERE)) {
            return words.get(value.isEmpty() || value.equals("0") ? "audit.no" : "audit.yes");
        }
        if (change.field().equals(Fields.VALIDITY)) {
            return Stream.of(Validity.values())
                    .filter(validity -> Integer.toString(validity.id()).equals(value))
                    .findFirst()
                    .map(validity -> words.get("validity." + validity.key()))
                    .orElse(value);
        }
        return change.field().equals(GROUP_VALIDITY) ? words.or("validity." + value, value) : value;
    }
}
