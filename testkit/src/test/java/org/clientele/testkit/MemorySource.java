package org.clientele.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.clientele.spi.TextPattern;

/** The contract kept in memory; every step can be spoilt by a subclass. */
class MemorySource implements CustomerUserSource {
    private static final List<String> COLUMNS = List.of("login", "email", "customer", "first", "last");
    private static final Map<String, String> VARIABLES = Map.of(
            "login", Fields.LOGIN,
            "email", Fields.EMAIL,
            "customer", Fields.CUSTOMER,
            "first", TestPerson.FIRST_NAME,
            "last", TestPerson.LAST_NAME);
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Memory",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    2, "UserEmail | Email | email | 1 | 1 | var | | 0 | |",
                    3, "UserCustomerID | CustomerID | customer | 1 | 1 | var | | 0 | |",
                    4, "UserFirstname | First name | first | 1 | 0 | var | | 0 | |",
                    5, "UserLastname | Last name | last | 1 | 1 | var | | 0 | |"),
            List.of(Fields.LOGIN),
            "login",
            List.of("email"),
            COLUMNS,
            "",
            List.of("email"),
            List.of("first", "last"),
            0,
            true,
            false,
            false);

    private final Map<TextPattern, Pattern> patterns = new ConcurrentHashMap<>();
    private final MemoryTable table;
    private final SourceDescription description;

    MemorySource(MemoryTable table, Map<String, String> settings) {
        this.table = table;
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("slot", "CustomerUser");
        this.description = SourceSettings.read(new Settings(all), DEFAULTS);
    }

    MemoryTable table() {
        return table;
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
        check(deadline);
        return table.select(row -> isId(row.login(), id)).stream().findFirst().map(this::toRecord);
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        check(deadline);
        List<SourceRecord> behind = table
                .select(row ->
                        (query.includeInvalid() || row.validity() == Validity.VALID) && matches(row, query.criterion()))
                .stream()
                .map(this::toRecord)
                .sorted(order())
                .filter(found -> isBehind(found, query.after()))
                .toList();
        return page(behind, query.limit());
    }

    SourcePage page(List<SourceRecord> records, int limit) {
        return SourcePage.of(records, limit);
    }

    Comparator<SourceRecord> order() {
        return Comparator.comparing(SourceRecord::position);
    }

    boolean isBehind(SourceRecord found, Optional<Position> after) {
        return after.isEmpty() || found.position().compareTo(after.get()) > 0;
    }

    void check(Deadline deadline) throws SourceUnavailableException {
        try {
            table.awaitVoice(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadline.check();
        if (table.isAway()) {
            throw new SourceUnavailableException(Reason.CONNECTION, "The table is away");
        }
    }

    boolean isId(String stored, String asked) {
        return fold(stored).equals(fold(asked));
    }

    String key(String id) {
        return OrderKey.of(id);
    }

    SourceRecord toRecord(MemoryTable.Row row) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        description.fields().forEach(field -> {
            String value = row.values().getOrDefault(field.variable(), "");
            if (!value.isEmpty()) {
                fields.put(field.variable(), List.of(value));
            }
        });
        String name = (value(row, "first") + " " + value(row, "last")).strip();
        return new SourceRecord(key(row.login()), row.login(), name, Optional.empty(), row.validity(), fields);
    }

    static SourceRecord withFields(SourceRecord found, Map<String, List<String>> fields) {
        return new SourceRecord(found.key(), found.id(), found.name(), found.nativeId(), found.validity(), fields);
    }

    boolean matches(MemoryTable.Row row, Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return matches(row, text.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            return ids.ids().stream().anyMatch(id -> isId(row.login(), id));
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return matches(value(row, "customer"), customer.pattern());
        }
        return !(criterion instanceof Criterion.Email email) || isAddress(value(row, "email"), email.address());
    }

    boolean isAddress(String stored, String asked) {
        return stored.equalsIgnoreCase(asked);
    }

    boolean matches(MemoryTable.Row row, SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            return matchesWord(
                    row,
                    word.pattern()
                            .between(
                                    description.search().prefix(),
                                    description.search().suffix()));
        }
        if (expression instanceof SearchExpression.Not not) {
            return !matches(row, not.operand());
        }
        Stream<SearchExpression> operands = expression instanceof SearchExpression.And and
                ? and.operands().stream()
                : ((SearchExpression.Or) expression).operands().stream();
        return expression instanceof SearchExpression.And
                ? operands.allMatch(operand -> matches(row, operand))
                : operands.anyMatch(operand -> matches(row, operand));
    }

    boolean matchesWord(MemoryTable.Row row, TextPattern pattern) {
        return COLUMNS.stream().anyMatch(column -> matches(value(row, column), pattern));
    }

    boolean matches(String value, TextPattern pattern) {
        return !value.isEmpty()
                && patterns.computeIfAbsent(pattern, this::compile)
                        .matcher(fold(value))
                        .matches();
    }

    private Pattern compile(TextPattern pattern) {
        return Pattern.compile("(?s)" + pattern.render(this::literal, ".*"));
    }

    String literal(String text) {
        return text.isEmpty() ? "" : Pattern.quote(fold(text));
    }

    String fold(String text) {
        return description.search().caseSensitive() ? text : text.toLowerCase(Locale.ROOT);
    }

    String value(MemoryTable.Row row, String column) {
        return row.values().getOrDefault(VARIABLES.getOrDefault(column, ""), "");
    }
}
