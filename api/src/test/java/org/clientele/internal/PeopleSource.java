package org.clientele.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.MailString;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordMatcher;
import org.clientele.spi.Settings;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDefaults;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.SourceSettings;

/** People with several fields in memory. */
class PeopleSource implements CustomerUserSource {
    static final String CITY = "UserCity";
    static final String FLOOR = "UserFloor";
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Memory",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    2, "UserCustomerID | CustomerID | customer | 1 | 1 | var | | 0 | |",
                    3, "UserCity | City | city | 1 | 0 | var | | 0 | |",
                    4, "UserFloor | Floor | floor | 1 | 0 | int | | 0 | |",
                    5, "UserPassword | Password | pw | 0 | 0 | var | | 0 | |"),
            List.of(Fields.LOGIN),
            "login",
            List.of("login"),
            List.of("login"),
            "*",
            List.of(),
            List.of("login"),
            0,
            false,
            false,
            false);

    private final SourceDescription description;
    private final RecordMatcher matcher;
    private final List<SourceRecord> records = new ArrayList<>();
    private boolean failing;

    PeopleSource(int slot, Map<String, ?> keys) {
        Map<String, Object> settings = new HashMap<>(keys);
        settings.put("slot", SlotsOfTest.slotName(slot));
        settings.put("answerTimeLimit", "20");
        description = SourceSettings.read(new Settings(settings), DEFAULTS);
        matcher = new RecordMatcher(description);
    }

    /** @param floor a number, or the empty text */
    PeopleSource with(String login, String customer, String city, String floor) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map.of(Fields.LOGIN, login, Fields.CUSTOMER, customer, CITY, city, FLOOR, floor)
                .forEach((variable, value) -> {
                    if (!value.isEmpty() && description.field(variable).isPresent()) {
                        fields.put(variable, List.of(value));
                    }
                });
        records.add(new SourceRecord(
                OrderKey.of(login),
                login,
                login,
                MailString.of(List.of(login)),
                Optional.empty(),
                Validity.VALID,
                fields));
        return this;
    }

    PeopleSource failing() {
        failing = true;
        return this;
    }

    List<SourceRecord> records() {
        return records;
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public SourceCondition condition() {
        return SourceCondition.of(List.of());
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        check();
        return records.stream()
                .filter(record -> record.key().equals(OrderKey.of(id)))
                .findFirst();
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        int most = Math.min(query.limit(), description.search().requestLimit());
        return page(query, Comparator.comparing(PeopleSource::position), most);
    }

    SourcePage page(SourceQuery query, Comparator<SourceRecord> order, int limit) throws SourceUnavailableException {
        check();
        List<SourceRecord> found =
                records.stream().filter(matcher.matching(query)).sorted(order).toList();
        int number = Math.min(limit, found.size());
        return new SourcePage(found.subList(0, number), found.size() > number, false);
    }

    void check() throws SourceUnavailableException {
        if (failing) {
            throw new SourceUnavailableException(Reason.REQUEST, "Told to fail");
        }
    }

    static Position position(SourceRecord record) {
        return new Position(record.key(), record.id());
    }

    /** One that can do everything by itself. */
    static final class Capable extends PeopleSource implements SortingSource, CountingSource, CustomerIdSource {
        Capable(int slot, Map<String, ?> keys) {
            super(slot, keys);
        }

        @Override
        public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
                throws SourceUnavailableException {
            Comparator<SourceRecord> sorted = Comparator.comparing(PeopleSource::position);
            for (int i = order.size() - 1; i >= 0; i--) {
                sorted = by(order.get(i)).thenComparing(sorted);
            }
            return page(query, sorted, query.limit());
        }

        /** Numbers and texts side by side: an order that the directory's own code has no part in. */
        static Comparator<SourceRecord> by(Ordering ordering) {
            Comparator<String> values = ordering.variable().equals(FLOOR)
                    ? Comparator.comparing(BigInteger::new)
                    : Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR);
            Comparator<String> directed = ordering.descending() ? values.reversed() : values;
            return (one, other) -> {
                String left = String.join("", one.fields().getOrDefault(ordering.variable(), List.of()));
                String right = String.join("", other.fields().getOrDefault(ordering.variable(), List.of()));
                return left.isEmpty() || right.isEmpty()
                        ? Boolean.compare(left.isEmpty(), right.isEmpty())
                        : directed.compare(left, right);
            };
        }

        @Override
        public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                throws SourceUnavailableException {
            SourceQuery all = new SourceQuery(criterion, Optional.empty(), Integer.MAX_VALUE, includeInvalid);
            return page(all, Comparator.comparing(PeopleSource::position), Integer.MAX_VALUE)
                    .records()
                    .size();
        }

        @Override
        public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
            check();
            List<Position> ids = records().stream()
                    .flatMap(record -> record.fields().getOrDefault(Fields.CUSTOMER, List.of()).stream())
                    .map(id -> new Position(OrderKey.of(id), id))
                    .filter(id -> query.after().map(id::compareTo).orElse(1) > 0)
                    .sorted()
                    .distinct()
                    .toList();
            int number = Math.min(query.limit(), ids.size());
            return new CustomerIdList(ids.subList(0, number), ids.size() > number, false);
        }
    }
}
