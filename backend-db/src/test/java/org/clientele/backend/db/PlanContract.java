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
import java.util.concurrent.Callable;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final Set<TestDatabase> FILLED = new LinkedHashSet<>();

    abstract TestDatabase database();

    /** The statements that gather statistics. */
    abstract String[] statistics();

    /** The database's plan of a statement, made by running it. */
    abstract Plan plan(StatementRecorder.Statement statement) throws SQLException;

    @BeforeEach
    void fill() throws SQLException {
        if (FILLED.add(database())) {
            database().reset();
            try (Connection connection = database().dataSource().getConnection();
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                connection.setAutoCommit(false);
                for (int i = 0; i < ROWS; i++) {
                    insert(insert, i);
                }
                insert.executeBatch();
                connection.commit();
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
        Optional<SourceQuery.Position> after =
                key.isEmpty() ? Optional.empty() : Optional.of(new SourceQuery.Position(key, key));
        assertReads(PAGE_READS, Map.of(), source -> source.page(Criterion.ALL, after, PAGE, includeInvalid));
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

    interface Question {
        Object ask(TestSource source) throws Exception;
    }

    void assertReads(int most, Map<String, String> configuration, Question question) throws Exception {
        StatementRecorder recorder = new StatementRecorder(database());
        Map<String, String> keys = new HashMap<>(configuration);
        try (TestSource source = TestSource.customerUsers(recorder, keys)) {
            Callable<?> call = () -> question.ask(source);
            Plan plan = plan(recorder.statementOf(call));
            assertThat(plan.readsAll()).as("reads the whole table: %s", plan).isFalse();
            assertThat(plan.rowsRead()).as("rows read: %s", plan).isLessThanOrEqualTo(most);
        }
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
