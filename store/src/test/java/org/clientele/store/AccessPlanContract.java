package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.store.AccessFixture.OTHERS_RO;
import static org.clientele.store.AccessFixture.RO;
import static org.clientele.store.AccessFixture.RW;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Context;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredAssignments;
import org.clientele.spi.store.StoredPermissions;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each question is one statement, and none reads a whole table; each subclass names a database, which is filled once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessPlanContract {

    private static final int PEOPLE = 30_000;
    private static final int CUSTOMERS = 10_000;
    private static final int GROUPS = 2_000;

    /** A group that every tenth person is in, and one that has a handful. */
    private static final long LARGE_GROUP = 1;

    private static final long SMALL_GROUP = 2;

    /** For more, some databases rather read the whole table here. */
    private static final int FEW = 10;

    private static final List<Long> MANY_PEOPLE =
            LongStream.rangeClosed(1, 500).boxed().toList();

    private StoreOnDatabase database;

    /** A database of its own for the class, empty. */
    abstract StoreOnDatabase empty() throws Exception;

    /** Gives the database what it needs to plan. */
    abstract void analyze(StoreOnDatabase database) throws SQLException;

    /** Whether a line of a plan reads a whole table. */
    abstract boolean isFullScan(String line);

    @BeforeAll
    final void fill() throws Exception {
        database = empty().open();
        insert("access_group values (?, ?, ?, '', 1, 1, 0, '', 0, '')", GROUPS, i ->
                new Object[] {i, "g" + i, "g" + i});
        insert("customer_ref (id, customer_key, customer_id, created_at) values (?, ?, ?, 0)", CUSTOMERS, i ->
                new Object[] {i, "c" + i, "c" + i});
        insert(
                "customer_user_ref (id, source_id, login_key, login, active, confirmed_at) values (?, 'S', ?, ?, true, 0)",
                PEOPLE,
                i -> new Object[] {i, "user" + i, "user" + i});
        database.execute("update customer_user_ref set disabled_key = login_key, disabled_at = 0, disabled_by = '',"
                + " disabled_comment = '' where id <= 100");
        insert("customer_assignment values (?, ?, 0, '')", PEOPLE, i -> new Object[] {i, i % CUSTOMERS + 1});
        insert("customer_user_permission values (?, ?, 'ro', 0, '')", PEOPLE, i -> new Object[] {i, group(i)});
        insert("customer_permission values (?, ?, '" + Context.SAME_CUSTOMER.key() + "', 'ro', 0, '')", CUSTOMERS, i ->
                new Object[] {i, group(i)});
        analyze(database);
        // looks once what database it is
        people(SMALL_GROUP);
    }

    @AfterAll
    final void close() {
        database.close();
    }

    @Test
    void permissionsOfManyPeopleAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> permissions().of(Kind.CUSTOMER_USER, MANY_PEOPLE.subList(0, FEW)));
        assertOneStatement(() -> permissions().of(Kind.CUSTOMER_USER, MANY_PEOPLE));
    }

    @Test
    void permissionsOfManyCustomersAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> permissions().of(Kind.CUSTOMER, MANY_PEOPLE.subList(0, FEW)));
        assertOneStatement(() -> permissions().of(Kind.CUSTOMER, MANY_PEOPLE));
    }

    @Test
    void permissionsOfManyPeopleInAGroupAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> permissions().in(LARGE_GROUP, Kind.CUSTOMER_USER, MANY_PEOPLE));
    }

    @Test
    void customersWithPermissionsAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> permissions().customersWith(List.of(SMALL_GROUP), Set.of(RO, RW, OTHERS_RO)));
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGE_GROUP, SMALL_GROUP})
    void aPageOfPeopleIsOneStatement(long group) throws Exception {
        assertOneStatementByIndex(() -> people(group));
    }

    @Test
    void assignmentsOfManyPeopleAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> assignments().of(MANY_PEOPLE.subList(0, FEW)));
        assertOneStatement(() -> assignments().of(MANY_PEOPLE));
    }

    @Test
    void whoACustomerIsAssignedToIsOneStatement() throws Exception {
        assertOneStatementByIndex(() -> assignments().assignedTo(1, MANY_PEOPLE));
    }

    @Test
    void whoIsKnownAndDisabledOnAPageIsOneStatement() throws Exception {
        List<String> keys = MANY_PEOPLE.stream().map(i -> "user" + i).toList();
        assertOneStatementByIndex(() -> database.store().known(keys.subList(0, FEW)));
        assertOneStatementByIndex(() -> database.store().disabledPeople().of(keys.subList(0, 50)));
        assertOneStatement(() -> database.store().disabledPeople().of(keys));
        assertOneStatement(() -> database.store().known(keys));
    }

    @Test
    void sourcesWithMarksAreOneStatement() throws Exception {
        assertOneStatementByIndex(() -> database.store().disabledPeople().sources());
        assertOneStatementByIndex(() -> database.store().disabledPeople().in("S", 100));
        assertOneStatementByIndex(() -> database.store().disabledPeople().count("S"));
    }

    @Test
    void allGroupsAreOneStatement() throws Exception {
        assertOneStatement(() -> database.store().groups().all());
    }

    private List<Owner> people(long group) throws StoreUnavailableException {
        return permissions().customerUsersWith(group, Set.of(RO, RW), Optional.of("user15"), 100);
    }

    private StoredPermissions permissions() {
        return database.store().permissions();
    }

    private StoredAssignments assignments() {
        return database.store().assignments();
    }

    private void assertOneStatement(Callable<?> call) throws Exception {
        assertThat(database.statementsOf(call)).hasSize(1);
    }

    private void assertOneStatementByIndex(Callable<?> call) throws Exception {
        assertThat(database.statementsOf(call))
                .singleElement()
                .satisfies(statement -> assertThat(statement.explained(database.dataSource()))
                        .as(statement.sql())
                        .isNotEmpty()
                        .noneMatch(this::isFullScan));
    }

    /** The small group gets ten people and four customers. */
    private static long group(int i) {
        if (i % 3_000 == 1) {
            return SMALL_GROUP;
        }
        return i % 10 == 0 ? LARGE_GROUP : 3 + i % (GROUPS - 3);
    }

    private void insert(String into, int rows, IntFunction<Object[]> row) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("insert into " + into)) {
                for (int i = 1; i <= rows; i++) {
                    Object[] values = row.apply(i);
                    for (int at = 0; at < values.length; at++) {
                        statement.setObject(at + 1, values[at]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
