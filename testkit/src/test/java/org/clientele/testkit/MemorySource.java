package org.clientele.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Condition;
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
import org.clientele.spi.SearchExpression;
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
import org.clientele.spi.TextPattern;

/** The contract kept in memory; every step can be spoilt by a subclass. */
class MemorySource implements CustomerUserSource, SortingSource, CountingSource, CustomerIdSource {
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
                    5, "UserLastname | Last name | last | 1 | 1 | var | | 0 | |",
                    6, "UserNumber | Number | number | 1 | 0 | int | | 0 | |"),
            List.of(Fields.LOGIN),
            "login",
            List.of("first", "last", "email"),
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

    @Override
    public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
            throws SourceUnavailableException {
        check(deadline);
        Comparator<SourceRecord> sorted = order();
        for (int i = order.size() - 1; i >= 0; i--) {
            sorted = by(order.get(i)).thenComparing(sorted);
        }
        List<SourceRecord> records = table
                .select(row ->
                        (query.includeInvalid() || row.validity() == Validity.VALID) && matches(row, query.criterion()))
                .stream()
                .map(this::toRecord)
                .sorted(sorted)
                .toList();
        return page(records, query.limit());
    }

    Comparator<SourceRecord> by(Ordering ordering) {
        Function<SourceRecord, String> value = found ->
                found.fields().getOrDefault(ordering.variable(), List.of("")).get(0);
        Comparator<String> text = ordering.variable().equals(TestPerson.NUMBER)
                ? Comparator.comparing(Long::valueOf)
                : Comparator.comparing(this::key, OrderKey.COMPARATOR);
        Comparator<String> directed = ordering.descending() ? text.reversed() : text;
        return Comparator.comparing(
                value,
                Comparator.comparing((String one) -> one.isEmpty())
                        .thenComparing((one, other) -> one.isEmpty() ? 0 : directed.compare(one, other)));
    }

    @Override
    public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
            throws SourceUnavailableException {
        check(deadline);
        return table.select(row -> (includeInvalid || row.validity() == Validity.VALID) && matches(row, criterion))
                .size();
    }

    @Override
    public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
        check(deadline);
        List<Position> ids = table.select(row -> query.includeInvalid() || row.validity() == Validity.VALID).stream()
                .map(row -> value(row, "customer"))
                .filter(id -> query.search().isEmpty()
                        || matches(words -> matches(id, words), query.search().get()))
                .map(id -> new Position(key(id), id))
                .filter(id ->
                        query.after().isEmpty() || id.compareTo(query.after().get()) > 0)
                .sorted()
                .distinct()
                .toList();
        boolean more = ids.size() > query.limit();
        return new CustomerIdList(more ? ids.subList(0, query.limit()) : ids, more, false);
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
        return new SourceRecord(
                key(row.login()), row.login(), name, mailString(row), Optional.empty(), row.validity(), fields);
    }

    String mailString(MemoryTable.Row row) {
        return MailString.of(List.of(value(row, "first"), value(row, "last"), value(row, "email")));
    }

    static SourceRecord withFields(SourceRecord found, Map<String, List<String>> fields) {
        return new SourceRecord(
                found.key(), found.id(), found.name(), found.mailString(), found.nativeId(), found.validity(), fields);
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
        if (criterion instanceof Criterion.TextOfCustomer both) {
            return matches(row, both.text()) && matches(row, both.customer());
        }
        if (criterion instanceof Criterion.Detailed detailed) {
            return detailed.conditions().stream().allMatch(condition -> matches(row, condition))
                    && belongs(row, detailed.customerIds())
                    && detailed.excludedIds().stream().noneMatch(id -> isId(row.login(), id));
        }
        return !(criterion instanceof Criterion.Email email) || isAddress(value(row, "email"), email.address());
    }

    boolean belongs(MemoryTable.Row row, Set<String> customers) {
        return customers.isEmpty() || customers.stream().anyMatch(id -> isId(value(row, "customer"), id));
    }

    boolean matches(MemoryTable.Row row, Condition condition) {
        String value = row.values().getOrDefault(condition.variable(), "");
        if (condition instanceof Condition.Empty empty) {
            return empty.empty() == value.isEmpty();
        }
        if (condition instanceof Condition.OneOf one) {
            return one.values().stream().anyMatch(wanted -> isId(value, wanted));
        }
        if (condition instanceof Condition.Like like) {
            return like.patterns().stream().anyMatch(pattern -> matches(value, TextPattern.of(pattern)));
        }
        return !value.isEmpty() && compares(Long.parseLong(value), (Condition.Compare) condition);
    }

    boolean compares(long number, Condition.Compare compare) {
        return compare.comparison().holds(number, compare.bound());
    }

    boolean isAddress(String stored, String asked) {
        return stored.equalsIgnoreCase(asked);
    }

    boolean matches(MemoryTable.Row row, SearchExpression expression) {
        return matches(pattern -> matchesWord(row, pattern), expression);
    }

    boolean matches(Predicate<TextPattern> words, SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            return words.test(word.pattern()
                    .between(description.search().prefix(), description.search().suffix()));
        }
        if (expression instanceof SearchExpression.Not not) {
            return !matches(words, not.operand());
        }
        Stream<SearchExpression> operands = expression instanceof SearchExpression.And and
                ? and.operands().stream()
                : ((SearchExpression.Or) expression).operands().stream();
        return expression instanceof SearchExpression.And
                ? operands.allMatch(operand -> matches(words, operand))
                : operands.anyMatch(operand -> matches(words, operand));
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
