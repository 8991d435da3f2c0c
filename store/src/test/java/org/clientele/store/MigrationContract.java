package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the tables on every database; each subclass names one. */
abstract class MigrationContract {

    private static final String ALL_CHANGES = "select concat(id, ' ', exectype, ' ', dateexecuted)"
            + " from clientele_changelog order by orderexecuted, id";

    private static final String ALL_GENERATORS =
            "select concat(name, ' ', last_id) from clientele_sequence order by name";

    private static final String[] UNUSED_GENERATORS = {"access_group 0", "customer_ref 0", "customer_user_ref 0"};

    /** A table of another application. */
    private static final String FOREIGN = "create table customer_user (login varchar(191) not null, other int)";

    /** Names of the reference's tables for what ours are about. */
    private static final List<String> OTRS_TABLES = List.of(
            "groups_table",
            "permission_groups",
            "group_user",
            "group_role",
            "group_customer",
            "group_customer_user",
            "customer_user_customer",
            "customer_preferences");

    private StoreOnDatabase database;

    /** A database of its own for each test, empty. */
    abstract StoreOnDatabase empty() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = empty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void migratingAgainChangesNothing() throws Exception {
        migrate();
        List<String> changes = database.query(ALL_CHANGES);
        migrate();

        assertThat(changes).hasSizeGreaterThan(5);
        assertThat(database.query(ALL_CHANGES)).isEqualTo(changes);
    }

    @Test
    void nodesThatStartAtOnceMigrateOnce() throws Exception {
        StoreContract.atOnce(Collections.nCopies(4, (Callable<Boolean>) () -> {
            migrate();
            return true;
        }));

        assertThat(database.query("select id from clientele_changelog"))
                .doesNotHaveDuplicates()
                .isNotEmpty();
        assertThat(database.query(ALL_GENERATORS)).containsExactly(UNUSED_GENERATORS);
    }

    @Test
    void theLockOfANodeThatDiedDoesNotBlock() throws Exception {
        migrate();
        database.execute("update clientele_changelog_lock set locked = true, lockedby = 'a dead node'");
        database.execute("delete from clientele_changelog where id like 'customer-company-indexes%'");

        migrate();

        assertThat(database.query("select lockedby from clientele_changelog_lock where locked"))
                .isEmpty();
    }

    @Test
    void aNodeThatDiedBeforeItNotedAChangeHarmsNothing() throws Exception {
        migrate();
        List<String> changes = database.query("select id from clientele_changelog");
        add("john", "john@example.com");
        database.execute("delete from clientele_changelog where id not like '%-is-ours'");

        migrate();

        assertThat(database.query("select id from clientele_changelog")).containsExactlyInAnyOrderElementsOf(changes);
        assertThat(database.query("select login from customer_user")).containsExactly("john");
        assertThat(database.query(ALL_GENERATORS)).containsExactly(UNUSED_GENERATORS);
    }

    @Test
    void aTableOfSomebodyElseIsLeftAlone() throws Exception {
        database.execute(FOREIGN);
        database.execute("insert into customer_user (login, other) values ('john', 1)");

        migrate();
        migrate();

        assertThat(database.query("select other from customer_user")).containsExactly("1");
        assertThat(columns("customer_user")).containsExactlyInAnyOrder("login", "other");
        assertThat(columns("customer_company")).contains("customer_id", "name");
    }

    @Test
    void generatorsThatAreInUseGoOnWhereTheyWere() throws Exception {
        migrate();
        database.execute("update clientele_sequence set last_id = 50");
        database.execute("delete from clientele_changelog where id not like '%-is-ours'");

        migrate();

        assertThat(database.query("select distinct last_id from clientele_sequence"))
                .containsExactly("50");
    }

    @Test
    void tablesOfATicketSystemStandBesideOurs() throws Exception {
        for (String table : OTRS_TABLES) {
            database.execute("create table " + table + " (other int)");
        }

        migrate();

        for (String table : OTRS_TABLES) {
            assertThat(columns(table)).containsExactly("other");
        }
    }

    @ParameterizedTest
    @CsvSource({"john,JOHN", "Ünal,üNAL", "カス,カス", "x,X"})
    void aLoginThatDiffersInCaseOnlyIsRefused(String first, String second) throws Exception {
        migrate();
        add(first, "a@example.com");

        assertThatThrownBy(() -> add(second, "b@example.com"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("23"));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Müller,Muller",
                "straße,strasse",
                "a,a ",
                "\uD83D\uDE00,\uD83D\uDE01",
                "mu\u0308ller,müller",
                "%,_"
            })
    void loginsThatOnlyLookAlikeAreTwo(String first, String second) throws Exception {
        migrate();
        add(first, "a@example.com");
        add(second, "b@example.com");

        assertThat(database.query("select login from customer_user order by id"))
                .containsExactly(first, second);
        assertThat(database.query("select login from customer_user where login = '" + first + "'"))
                .containsExactly(first);
    }

    @Test
    void aLoginOfTheFullLengthFits() throws Exception {
        migrate();
        String longest = "Ü".repeat(191);
        add(longest, "a@example.com");

        assertThat(database.query("select login from customer_user")).containsExactly(longest);
    }

    @Test
    void twoCustomersThatDifferInCaseOnlyAreRefused() throws Exception {
        migrate();
        addCustomer("acme", "Acme");
        addCustomer("Müller", "Müller");
        addCustomer("Muller", "Muller");

        assertThatThrownBy(() -> addCustomer("ACME", "Acme Ltd")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> addCustomer("acme2", "Acme")).isInstanceOf(SQLException.class);
    }

    private void migrate() throws Exception {
        new Tables(database.dataSource()).migrate();
    }

    private List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private void add(String login, String email) throws SQLException {
        insert(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id,"
                        + " create_time, create_by, change_time, change_by)"
                        + " values (?, ?, 'acme', 'A', 'B', 1, now(), 'test', now(), 'test')",
                login,
                email);
    }

    private void addCustomer(String id, String name) throws SQLException {
        insert(
                "insert into customer_company (customer_id, name, valid_id, create_time, create_by, change_time, change_by)"
                        + " values (?, ?, 1, now(), 'test', now(), 'test')",
                id,
                name);
    }

    private void insert(String sql, String first, String second) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            statement.executeUpdate();
        }
    }
}
