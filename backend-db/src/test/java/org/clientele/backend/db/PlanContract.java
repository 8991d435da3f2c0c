package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That an index serves the usual questions: the statement that went through the driver is explained by the database itself,
 * on so many rows that reading all of them is no choice. What is not read cannot be sorted either.
 */
abstract class PlanContract {
    private static final int ROWS = 20_000;
    private static final int PAGE = 50;
    /** One more than the page tells whether there is more, and every tenth record is invalid. */
    private static final int PAGE_READS = 70;

    private static final String INSERT = "insert into customer_user (login, email, customer_id, first_name, last_name,"
            + " valid_id, create_time, create_by, change_time, change_by)"
            + " values (?, ?, ?, ?, ?, ?, current_timestamp, 'test', current_timestamp, 'test')";
    private static final String INSERT_CUSTOMER =
            "insert into customer_company (customer_id, name, valid_id, create_time,"
                    + " create_by, change_time, change_by, street, city, comments)"
                    + " values (?, ?, ?, current_timestamp, 'test', current_timestamp, 'test', ?, ?, ?)";

    private static final Set<TestDatabase> FILLED = new LinkedHashSet<>();

    abstract TestDatabase database();

    /** The statements that gather statistics. */
    abstract String[] statistics();

    /** Whether a condition on one of several columns is served by their indexes together. */
    boolean combinesIndexes() {
        return true;
    }

    /** The database's plan of a statement, made by running it. */
    abstract Plan plan(StatementRecorder.Statement statement) throws SQLException;

    @BeforeEach
    void fill() throws SQLException {
        if (FILLED.add(database())) {
            database().reset();
            try (Connection connection = database().dataSource().getConnection();
                    PreparedStatement people = connection.prepareStatement(INSERT);
                    PreparedStatement customers = connection.prepareStatement(INSERT_CUSTOMER)) {
                connection.setAutoCommit(false);
                for (int i = 0; i < ROWS; i++) {
                    insert(people, i);
                    insertCustomer(customers, i);
                }
                people.executeBatch();
                customers.executeBatch();
                connection.commit();
                connection.setAutoCommit(true);
            }
            database().run(statistics());
        }
    }

    private static void insert(PreparedStatement insert, int i) throws SQLException {
        insert.setString(1, String.format("User%05d", i));
        insert.setString(2, "Mail" + i + "@example.com");
        insert.setString(3, "Customer" + i % 400);
        insert.setString(4, "First" + i % 1000);
        insert.setString(5, "Last" + i % 3000);
        insert.setInt(6, i % 10 == 0 ? 2 : 1);
        insert.addBatch();
    }

    private static void insertCustomer(PreparedStatement insert, int i) throws SQLException {
        insert.setString(1, String.format("Customer%05d", i));
        insert.setString(2, "Name" + i);
        insert.setInt(3, i % 10 == 0 ? 2 : 1);
        insert.setString(4, "A street in the middle of the city " + i);
        insert.setString(5, "A city of some size");
        insert.setString(6, "What people remark about a customer, of the usual length");
        insert.addBatch();
    }

    @Test
    void aLogin() throws Exception {
        assertReads(2, Map.of(), source -> source.find("USER00077"));
    }

    @Test
    void anEmailAddress() throws Exception {
        assertReads(2, Map.of(), source -> source.search(new Criterion.Email("mail77@EXAMPLE.com")));
    }

    @Test
    void aBatchOfLogins() throws Exception {
        Set<String> logins = new LinkedHashSet<>();
        for (int i = 0; i < PAGE; i++) {
            logins.add(String.format("user%05d", 389 * i));
        }
        assertReads(3 * PAGE, Map.of(), source -> source.search(new Criterion.Ids(logins)));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'', false", "user09990, true", "user09990, false", "user19990, false", "zzz, true"})
    void aPageWhereverItBegins(String key, boolean includeInvalid) throws Exception {
        assertReads(PAGE_READS, Map.of(), source -> source.page(Criterion.ALL, after(key), PAGE, includeInvalid));
    }

    @Test
    void loginsWithOneBeginning() throws Exception {
        Map<String, String> keys = Map.of("searchPrefix", "", "searchFields", "login");
        Criterion rare = new Criterion.Text(TestSource.word("User0007"));
        Criterion frequent = new Criterion.Text(TestSource.word("User1"));
        Optional<SourceQuery.Position> after = Optional.of(new SourceQuery.Position("user15000", "User15000"));

        assertReads(12, keys, source -> source.page(rare, Optional.empty(), PAGE, true));
        assertReads(PAGE_READS, keys, source -> source.page(frequent, Optional.empty(), PAGE, false));
        assertReads(PAGE_READS, keys, source -> source.page(frequent, after, PAGE, false));
    }

    @Test
    void thePeopleOfACustomer() throws Exception {
        Criterion customer = new Criterion.CustomerId(TextPattern.exactly("CUSTOMER7"));
        assertReads(PAGE_READS, Map.of(), source -> source.page(customer, Optional.empty(), PAGE, true));
    }

    @Test
    void aFrequentBeginningInAnyField() throws Exception {
        Criterion frequent = new Criterion.Text(TestSource.word("Las"));
        assertReads(
                PAGE_READS, Map.of("searchPrefix", ""), source -> source.page(frequent, Optional.empty(), PAGE, false));
    }

    /** Each customer has fifty people, half of them behind the place; not all databases take the order from the index. */
    @Test
    void theNextPageOfThePeopleOfACustomer() throws Exception {
        Criterion customer = new Criterion.CustomerId(TextPattern.exactly("CUSTOMER7"));
        Optional<SourceQuery.Position> after = Optional.of(new SourceQuery.Position("user10007", "User10007"));
        assertReads(25, Map.of(), source -> source.page(customer, after, 10, true));
    }

    @Test
    void aRareBeginningInAnyField() throws Exception {
        Criterion rare = new Criterion.Text(TestSource.word("Last2999"));
        int most = combinesIndexes() ? 12 : ROWS;
        assertReads(most, Map.of("searchPrefix", ""), source -> source.page(rare, Optional.empty(), PAGE, true));
    }

    /** All that is behind the place is read, and nothing before it: the people of five customers here. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageOfTheCustomerIdsOfPeople(boolean includeInvalid) throws Exception {
        CustomerIdQuery page = new CustomerIdQuery(Optional.empty(), after("customer95"), 2, includeInvalid);
        assertReads(250, Map.of(), source -> ((CustomerIdSource) source.source()).customerIds(page, TestSource.soon()));
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'', false", "customer09990, true", "customer09990, false", "zzz, true"})
    void aPageOfCustomersWhereverItBegins(String key, boolean includeInvalid) throws Exception {
        assertCustomersRead(PAGE_READS, source -> source.page(Criterion.ALL, after(key), PAGE, includeInvalid));
    }

    @Test
    void aCustomer() throws Exception {
        assertCustomersRead(2, source -> source.find("CUSTOMER00077"));
    }

    private static Optional<SourceQuery.Position> after(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(new SourceQuery.Position(key, key));
    }

    interface Question {
        Object ask(TestSource source) throws Exception;
    }

    void assertReads(int most, Map<String, String> configuration, Question question) throws Exception {
        StatementRecorder recorder = new StatementRecorder(database());
        try (TestSource source = TestSource.customerUsers(recorder, new HashMap<>(configuration))) {
            assertReads(most, recorder.statementOf(() -> question.ask(source)));
        }
    }

    private void assertCustomersRead(int most, Question question) throws Exception {
        StatementRecorder recorder = new StatementRecorder(database());
        try (TestSource source = TestSource.customers(recorder, Map.of())) {
            assertReads(most, recorder.statementOf(() -> question.ask(source)));
        }
    }

    private void assertReads(int most, StatementRecorder.Statement statement) throws SQLException {
        Plan plan = plan(statement);
        assertThat(plan.readsAll()).as("reads the whole table: %s", plan).isFalse();
        assertThat(plan.rowsRead()).as("rows read: %s", plan).isLessThanOrEqualTo(most);
    }

    /**
     * What a statement did.
     *
     * @param text the plan in the words of the database
     * @param readsAll whether it read a table from its beginning to its end
     * @param rowsRead the most rows that one step read
     */
    record Plan(String text, boolean readsAll, long rowsRead) {}
}
