package org.clientele.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDefaults;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.SourceSettings;

/** A source in memory that fails when it is told to. */
final class MemorySource implements CustomerUserSource {
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Memory",
            Map.of(1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |"),
            List.of(Fields.LOGIN),
            "login",
            List.of(),
            List.of("login"),
            "*",
            List.of(),
            List.of(),
            0,
            false,
            false,
            false);

    private final SourceDescription description;
    private volatile List<SourceRecord> records;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Reason reason = Reason.REQUEST;
    private volatile IntPredicate failing = call -> false;
    private volatile boolean truncating;

    MemorySource(String slot, int requestLimit, List<SourceRecord> records) {
        Settings settings =
                new Settings(Map.of("slot", slot, "searchListLimit", requestLimit, "answerTimeLimit", "20"));
        this.description = SourceSettings.read(settings, DEFAULTS);
        this.records = sorted(records);
    }

    private static List<SourceRecord> sorted(List<SourceRecord> records) {
        List<SourceRecord> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(record -> new Position(record.key(), record.id())));
        return List.copyOf(sorted);
    }

    /** Somebody is added while others list. */
    void insert(SourceRecord record) {
        List<SourceRecord> more = new ArrayList<>(records);
        more.add(record);
        records = sorted(more);
    }

    /** Every answer is a part only from now on. */
    void truncating() {
        truncating = true;
    }

    static SourceRecord record(String login, Validity validity) {
        return new SourceRecord(
                OrderKey.of(login), login, "", "", Optional.empty(), validity, Map.of(Fields.LOGIN, List.of(login)));
    }

    List<SourceRecord> records() {
        return records;
    }

    /** How often it was asked. */
    int calls() {
        return calls.get();
    }

    /** Fails every call from now on. */
    MemorySource failing(Reason because) {
        reason = because;
        failing = call -> true;
        return this;
    }

    /** Fails some calls, chosen by their number. */
    void failing(IntPredicate which) {
        reason = Reason.REQUEST;
        failing = which;
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
        return records.stream().filter(record -> isId(record, id)).findFirst();
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        check();
        List<SourceRecord> behind = records.stream()
                .filter(record -> query.includeInvalid() || record.validity() == Validity.VALID)
                .filter(record -> matches(record, query.criterion()))
                .filter(record -> query.after()
                        .map(after -> new Position(record.key(), record.id()).compareTo(after) > 0)
                        .orElse(true))
                .toList();
        int most = Math.min(query.limit(), description().search().requestLimit());
        int number = Math.min(most, behind.size());
        return new SourcePage(behind.subList(0, number), behind.size() > number, truncating);
    }

    static boolean matches(SourceRecord record, Criterion criterion) {
        if (criterion instanceof Criterion.Ids ids) {
            return ids.ids().stream().anyMatch(id -> isId(record, id));
        }
        return !(criterion instanceof Criterion.Text text) || matches(record, text.expression());
    }

    private static boolean matches(SourceRecord record, SearchExpression expression) {
        if (expression instanceof SearchExpression.Not not) {
            return !matches(record, not.operand());
        }
        String word = ((SearchExpression.Word) expression).pattern().literals().get(0);
        return record.key().contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isId(SourceRecord record, String id) {
        return record.key().equals(OrderKey.of(id));
    }

    private void check() throws SourceUnavailableException {
        if (failing.test(calls.incrementAndGet())) {
            throw new SourceUnavailableException(reason, "Told to fail");
        }
    }
}
