package org.clientele.admin.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Actor.Door;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;

/**
 * The parameters of the audit, the same for the page, its JSON twin and its file; as they were sent, empty for no condition.
 *
 * @param from the first day, or a moment
 * @param to the last day, or a moment
 * @param after where the page starts
 */
public record AuditRequest(
        String entity,
        String id,
        String actor,
        String door,
        String action,
        String outcome,
        String from,
        String to,
        String after) {

    static final List<String> FILTER = List.of("entity", "id", "actor", "door", "action", "outcome", "from", "to");

    static AuditRequest of(Exchange exchange) {
        return new AuditRequest(
                exchange.text("entity"),
                exchange.text("id").strip(),
                exchange.text("actor").strip(),
                exchange.text("door"),
                exchange.text("action"),
                exchange.text("outcome"),
                exchange.text("from").strip(),
                exchange.text("to").strip(),
                exchange.text("after"));
    }

    /** Where everything stands that has to do with something. */
    public static String history(Screen screen, AuditSubject subject) {
        return Links.to(screen.home(Kind.AUDIT))
                .with("entity", key(subject.entity()))
                .with("id", subject.id())
                .toString();
    }

    /** The word for a value in addresses, JSON and files. */
    public static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing but the page is given. */
    public boolean isUnfiltered() {
        return Stream.of(entity, id, actor, door, action, outcome, from, to).allMatch(String::isEmpty);
    }

    /** @throws Refusal if a value is none that there is */
    AuditFilter filter(Exchange exchange) {
        return new AuditFilter(
                one(exchange, "entity", entity, AuditEntity.values()),
                given(id),
                given(actor),
                one(exchange, "door", door, Door.values()),
                one(exchange, "action", action, AuditAction.values()),
                one(exchange, "outcome", outcome, AuditOutcome.values()),
                given(from).map(text -> moment(exchange, "from", text, 0)),
                given(to).map(text -> moment(exchange, "to", text, 1)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> one(Exchange exchange, String name, String text, E[] values) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(values)
                .filter(value -> key(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(422, exchange.words().get("audit.bad.value", name, text))));
    }

    /** A day is meant as a whole, in the time zone of the server. */
    private static Instant moment(Exchange exchange, String name, String text, int days) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(422, exchange.words().get("audit.bad.day", name, text));
        }
    }

    /** The same from a page on. */
    AuditRequest from(String cursor) {
        return new AuditRequest(entity, id, actor, door, action, outcome, from, to, cursor);
    }

    /** The list with these parameters below the home of the screen, for example {@code .json}. */
    String address(Screen screen, String path) {
        return Links.to(screen.home() + path)
                .with("entity", entity)
                .with("id", id)
                .with("actor", actor)
                .with("door", door)
                .with("action", action)
                .with("outcome", outcome)
                .with("from", from)
                .with("to", to)
                .with("after", after)
                .toString();
    }
}
