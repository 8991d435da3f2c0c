package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Condition;
import org.clientele.CustomerUser;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceRecord;

/** What records of a later source have in common with records of earlier ones: one batch per earlier source. */
final class Overlaps {
    /** The most conflicts of a record. */
    static final int MOST_OF_ONE = 10;

    /** The most records of a source that are compared at once: everybody may have the address of nobody. */
    private static final int MOST_SHARING = 5_000;

    private final Function<Hit, CustomerUser> view;

    Overlaps(Function<Hit, CustomerUser> view) {
        this.view = view;
    }

    /** Logins that an earlier source has, too. */
    List<List<Conflict>> logins(Slot slot, List<SourceRecord> records, List<Slot> earlier, Reports reports) {
        Set<String> logins = records.stream().map(SourceRecord::id).collect(Collectors.toSet());
        Map<Slot, Map<String, SourceRecord>> owners = new LinkedHashMap<>();
        asked(earlier, reports, logins.isEmpty(), source -> source.having(logins))
                .forEach((one, found) -> owners.put(one, byLogin(one, found)));
        return records.stream().map(record -> shadowed(slot, record, owners)).toList();
    }

    private List<Conflict> shadowed(Slot slot, SourceRecord record, Map<Slot, Map<String, SourceRecord>> owners) {
        for (Map.Entry<Slot, Map<String, SourceRecord>> owner : owners.entrySet()) {
            SourceRecord own = owner.getValue().get(owner.getKey().loginKey(record.id()));
            if (own != null) {
                return List.of(new ShadowedLogin(user(slot, record), user(owner.getKey(), own)));
            }
        }
        return List.of();
    }

    /** E-mail addresses that somebody else in an earlier source has, too. */
    List<List<Conflict>> emails(Slot slot, List<SourceRecord> records, List<Slot> earlier, Reports reports) {
        Set<String> emails = new HashSet<>();
        records.forEach(record -> emails(record).forEach(email -> emails.addAll(List.of(email, OrderKey.of(email)))));
        Criterion criterion = emails.isEmpty()
                ? Criterion.ALL
                : new Criterion.Detailed(List.of(new Condition.OneOf(Fields.EMAIL, emails)), Set.of(), Set.of());
        Map<Slot, List<SourceRecord>> found = new LinkedHashMap<>();
        asked(earlier, reports, emails.isEmpty(), source -> source.matching(criterion, MOST_SHARING))
                .forEach((one, page) -> found.put(one, whole(one, page, reports)));
        Map<String, List<Hit>> byEmail = new HashMap<>();
        found.forEach((one, some) -> some.forEach(record -> emails(record)
                .forEach(email -> byEmail.computeIfAbsent(OrderKey.of(email), key -> new ArrayList<>())
                        .add(new Hit(one, record, Ownership.CONFIRMED)))));
        return records.stream().map(record -> shared(slot, record, byEmail)).toList();
    }

    private List<Conflict> shared(Slot slot, SourceRecord record, Map<String, List<Hit>> byEmail) {
        List<Conflict> shared = new ArrayList<>();
        for (String email : emails(record)) {
            for (Hit other : byEmail.getOrDefault(OrderKey.of(email), List.of())) {
                boolean sameLogin = other.slot()
                        .loginKey(other.record().id())
                        .equals(other.slot().loginKey(record.id()));
                if (!sameLogin && shared.size() < MOST_OF_ONE) {
                    shared.add(new SharedEmail(email, view.apply(other), user(slot, record)));
                }
            }
        }
        return shared;
    }

    /** The records of an answer; of an address that so many have that it is cut, the source is told as answering in part. */
    private static List<SourceRecord> whole(Slot slot, SourcePage page, Reports reports) {
        if (page.more() || page.truncated()) {
            reports.add(new SourceReport(slot.name(), Outcome.TRUNCATED, Duration.ZERO, SourceStream.PARTIAL));
        }
        return page.records();
    }

    /** The answers of the slots that have one. */
    private static <T> Map<Slot, T> asked(
            List<Slot> slots, Reports reports, boolean nothing, Function<AskedSource, PendingCall<T>> question) {
        Map<Slot, PendingCall<T>> calls = new LinkedHashMap<>();
        if (!nothing) {
            slots.forEach(slot -> calls.put(slot, slot.ask(question)));
        }
        Map<Slot, T> found = new LinkedHashMap<>();
        calls.forEach((slot, call) -> {
            Reply<T> reply = call.reply();
            reports.add(reply.report(slot.name()));
            reply.value().ifPresent(value -> found.put(slot, value));
        });
        return found;
    }

    private static Map<String, SourceRecord> byLogin(Slot slot, Collection<SourceRecord> records) {
        return records.stream().collect(Collectors.toMap(r -> slot.loginKey(r.id()), r -> r, (first, second) -> first));
    }

    private static List<String> emails(SourceRecord record) {
        return record.fields().getOrDefault(Fields.EMAIL, List.of()).stream()
                .filter(email -> !email.isBlank())
                .toList();
    }

    private CustomerUser user(Slot slot, SourceRecord record) {
        return view.apply(new Hit(slot, record, Ownership.CONFIRMED));
    }
}
