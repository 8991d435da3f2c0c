package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

/** The test of a table before its configuration is saved, step by step. */
abstract class TestableTableContract {
    private static final String COLUMNS = "login, email, customer_id, pw, title, first_name, last_name, phone, fax,"
            + " mobile, street, zip, city, country, comments, valid_id";

    private final TestServices services = new TestServices();

    abstract TestDatabase database();

    @BeforeEach
    void tables() {
        database().reset();
        database().drop("plain");
    }

    private List<TestStep> test(Map<String, Object> keys) {
        return test(new TestableCustomerUserTable(services.context(), new PersistenceProvider()), keys);
    }

    private static List<TestStep> test(TestableSource backEnd, Map<String, Object> keys) {
        Map<String, Object> draft = new HashMap<>(keys);
        draft.put("service.pid", backEnd.factoryPid() + "~CustomerUser3");
        List<TestStep> steps = new ArrayList<>();
        backEnd.test(draft, new TestRun(Deadline.in(Duration.ofSeconds(30)), steps::add));
        return steps;
    }

    private void offerDataSource() {
        services.register(DataSource.class, database().dataSource(), Map.of("osgi.jndi.service.name", "clientele"));
    }

    private TestFactory offerDriver() {
        TestFactory factory = new TestFactory(database());
        services.register(
                DataSourceFactory.class,
                factory,
                Map.of("osgi.jdbc.driver.class", database().driver()));
        return factory;
    }

    private Map<String, Object> ownPool() {
        return Map.of(
                "dsn",
                database().url(),
                "user",
                database().user(),
                "password",
                database().password());
    }

    private static TestStep step(List<TestStep> steps, String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String results(List<TestStep> steps) {
        return String.join(
                " ",
                steps.stream()
                        .map(step -> step.name() + "=" + step.result().key())
                        .toList());
    }

    /** All that people see. */
    private static String said(List<TestStep> steps) {
        return String.join(
                "\n",
                steps.stream()
                        .flatMap(step ->
                                Stream.concat(Stream.of(step.toString(), step.message()), step.details().stream()))
                        .toList());
    }

    @Test
    void aTableThatFitsPassesWithItsFirstFiveRows() throws Exception {
        try (TestSource source = TestSource.customerUsers(database(), Map.of())) {
            source.add("O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "zzz");
        }
        offerDataSource();

        List<TestStep> steps = test(Map.of());

        assertThat(results(steps))
                .isEqualTo("settings=passed driver=passed connection=passed table=passed columns=passed key=passed"
                        + " indexes=passed rows=passed");
        assertThat(step(steps, "rows").message()).isEqualTo("The first 5 records, there are more");
        assertThat(step(steps, "rows").details())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("O'Brien: ").contains("UserFirstname = Jo"));
        assertThat(said(steps)).doesNotContain("UserPassword", database().password());
    }

    @Test
    void customersAreTestedTheSameWay() {
        offerDataSource();
        List<TestStep> steps = test(new TestableCustomerTable(services.context(), new PersistenceProvider()), Map.of());
        assertThat(results(steps)).startsWith("settings=passed").endsWith("rows=passed");
        assertThat(step(steps, "rows").message()).isEqualTo("The table is empty");
    }

    @Test
    void faultsOfTheDraftAreTheFirstStepAndTheLast() {
        List<TestStep> steps = test(Map.of("searchListLimit", "many", "tabel", "x"));
        assertThat(results(steps)).startsWith("settings=failed driver=skipped").endsWith("rows=skipped");
        assertThat(step(steps, "settings").details())
                .anySatisfy(line -> assertThat(line).startsWith("searchListLimit is 'many'; write"))
                .anySatisfy(line -> assertThat(line).startsWith("tabel is not a key"));
    }

    @Test
    void aMissingDataSourceOrDriverIsNamed() {
        assertThat(results(test(Map.of()))).startsWith("settings=passed driver=failed connection=skipped");
        assertThat(step(test(Map.of()), "driver").message()).contains("the data source 'clientele' is not there");
        assertThat(step(test(ownPool()), "driver").message())
                .contains(database().driver(), "install the feature pax-jdbc-");
    }

    @Test
    void aDriverIsAskedForConnectionsOneByOneAndEachIsClosed() {
        TestFactory factory = offerDriver();
        List<TestStep> steps = test(ownPool());
        assertThat(results(steps)).endsWith("rows=passed");
        assertThat(factory.openConnections()).isZero();
        assertThat(services.listeners()).isZero();
    }

    @Test
    void wrongCredentialsAreTriedOnceAndNeverShown() {
        List<Object> attempts = new ArrayList<>();
        DataSourceFactory real = new DriverFactory();
        services.register(
                DataSourceFactory.class,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSourceFactory.class},
                        (proxy, method, arguments) -> counted((DataSource) method.invoke(real, arguments), attempts)),
                Map.of("osgi.jdbc.driver.class", database().driver()));

        List<TestStep> steps = test(Map.of("dsn", database().url(), "user", "nobody", "password", "planted-wrong"));

        assertThat(results(steps)).startsWith("settings=passed driver=passed connection=failed table=skipped");
        assertThat(step(steps, "connection").message()).startsWith("The database refused user and password");
        assertThat(attempts).hasSize(1);
        assertThat(said(steps)).doesNotContain("planted-wrong");
    }

    private static DataSource counted(DataSource real, List<Object> attempts) {
        return (DataSource) Proxy.newProxyInstance(
                TestableTableContract.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        attempts.add(method);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aDatabaseThatIsAwayIsAFailedConnection() {
        offerDriver().refuse();
        assertThat(step(test(ownPool()), "connection").message()).contains("cannot be reached");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        offerDataSource();
        List<TestStep> steps = test(Map.of("table", "x\"y"));
        assertThat(results(steps))
                .contains("table=failed columns=skipped key=skipped")
                .endsWith("rows=skipped");
        assertThat(step(steps, "table").message()).contains("'x\"y' is not in the database");
    }

    @Test
    void aMissingColumnIsNamedByItsKeyAndTheIndexesAreLookedAtAllTheSame() {
        offerDataSource();
        List<TestStep> steps = test(Map.of("map.17", "UserRoom | Room | room_no | 0 | 1 | var | | 0 | |"));
        assertThat(results(steps)).endsWith("columns=failed key=passed indexes=passed rows=skipped");
        assertThat(step(steps, "columns").details())
                .contains("map.17 names the column 'room_no', which the table customer_user does not have");
    }

    @Test
    void aColumnThatIsTooShortForPasswordsIsAWarning() {
        database()
                .run("create table plain as select " + COLUMNS.replace("pw,", "'' as pw,")
                        + " from customer_user where 1 = 0");
        database().run("alter table plain drop column pw", "alter table plain add column pw varchar(20)");
        offerDataSource();
        List<TestStep> steps = test(Map.of("table", "plain", "foreignDb", "1"));
        assertThat(step(steps, "columns").result()).isEqualTo(Result.WARNED);
        assertThat(step(steps, "columns").details())
                .anySatisfy(line -> assertThat(line).startsWith("passwordFormat is argon2id, which needs"));
    }

    @Test
    void whatAnIndexIsMissingForIsSaidWithStatementsThatMakeIt() {
        database().run("create table plain as select " + COLUMNS + " from customer_user where 1 = 0");
        offerDataSource();
        Map<String, Object> keys = Map.of("table", "plain", "foreignDb", "1");

        List<TestStep> steps = test(keys);

        assertThat(step(steps, "key").message()).endsWith("is not unique");
        assertThat(results(steps)).contains("key=warned indexes=warned rows=passed");
        assertThat(step(steps, "indexes").details()).hasSize(3);
        runStatementsOf(step(steps, "key"));
        assertThat(step(test(keys), "key").message()).endsWith("is unique whatever its case");
        assertThat(step(test(keys), "indexes").details()).hasSize(2);
        runStatementsOf(step(test(keys), "indexes"));
        assertThat(results(test(keys))).contains("key=passed indexes=passed");
    }

    private void runStatementsOf(TestStep step) {
        UnaryOperator<String> statements = line -> line.substring(line.indexOf("run: ") + "run: ".length());
        step.details().stream()
                .map(statements)
                .flatMap(text -> Stream.of(text.split("; ")))
                .forEach(database()::run);
    }

    @Test
    void aUniqueConstraintOfTheColumnAloneLetsTheSameLoginBeThereInAnotherCase() {
        database()
                .run(
                        "create table plain as select " + COLUMNS + " from customer_user where 1 = 0",
                        "create unique index plain_login on plain (login)");
        offerDataSource();
        TestStep key = step(test(Map.of("table", "plain", "foreignDb", "1", "caseSensitive", "1")), "key");
        assertThat(key.result()).isEqualTo(Result.WARNED);
        assertThat(key.details()).singleElement().asString().contains("ann and Ann can both be there");
    }
}
