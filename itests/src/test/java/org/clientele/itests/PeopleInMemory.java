package org.clientele.itests;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.AlreadyExistsException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RecordMatcher;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDefaults;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.SourceSettings;
import org.clientele.spi.WritableSource;

/** A back end as somebody else might write it: it keeps what is added to it. */
final class PeopleInMemory implements CustomerUserSource, WritableSource {
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Memory",
            Map.of(
                    1, "UserFirstname | Firstname | first | 1 | 1 | var | | 0 | |",
                    2, "UserLastname | Lastname | last | 1 | 1 | var | | 0 | |",
                    3, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    4, "UserEmail | Email | email | 1 | 1 | var | | 0 | |",
                    5, "UserCustomerID | CustomerID | customer | 1 | 1 | var | | 0 | |"),
            List.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER),
            "login",
            List.of("first", "last", "email"),
            List.of("login", "last"),
            "",
            List.of("email"),
            List.of("first", "last"),
            0,
            false,
            false,
            false);

    private final SourceDescription description;
    private final SourceCondition condition;
    private final RecordMatcher matcher;
    private final Map<String, SourceRecord> records = new ConcurrentHashMap<>();

    PeopleInMemory(Map<String, ?> properties) {
        Settings settings = new Settings(properties);
        this.description = SourceSettings.read(settings, DEFAULTS);
        this.condition = SourceCondition.of(settings.findings());
        this.matcher = new RecordMatcher(description);
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public SourceCondition condition() {
        return condition;
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) {
        return Optional.ofNullable(records.get(OrderKey.of(id)));
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) {
        List<SourceRecord> found = records.values().stream()
                .filter(matcher.matching(query))
                .sorted(Comparator.comparing(PeopleInMemory::position))
                .toList();
        int size = Math.min(found.size(), query.limit());
        return new SourcePage(found.subList(0, size), found.size() > size, false);
    }

    @Override
    public void add(NewRecord record, Deadline deadline) throws AlreadyExistsException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        record.fields().forEach((variable, value) -> fields.put(variable, List.of(value)));
        String key = OrderKey.of(record.id());
        SourceRecord added =
                new SourceRecord(key, record.id(), record.id(), record.id(), Optional.empty(), Validity.VALID, fields);
        if (records.putIfAbsent(key, added) != null) {
            throw new AlreadyExistsException(Fields.LOGIN, "There is one already");
        }
    }

    @Override
    public void update(RecordChange change, Deadline deadline) {
        throw new UnsupportedOperationException("No test changes people here");
    }

    private static SourceQuery.Position position(SourceRecord record) {
        return new SourceQuery.Position(record.key(), record.id());
    }
}
