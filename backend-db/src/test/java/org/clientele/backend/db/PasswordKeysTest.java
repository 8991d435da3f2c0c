package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.withPassword;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clientele.Finding;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.RecordChange;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code passwordFormat}, {@code passwordUpgrade} and {@code auditUserId} do, on one table with two configurations. */
class PasswordKeysTest {
    private static final String SHA2 = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    private static final String HASH = "select pw from customer_user where login = 'jdoe'";
    private static final String USERS = "create table users (id integer primary key)";

    private final H2Database database = new H2Database("passwords");
    private final List<TestSource> open = new ArrayList<>();

    @BeforeEach
    void reset() {
        database.reset();
        database.run("drop table if exists users");
    }

    @AfterEach
    void close() {
        open.forEach(TestSource::close);
    }

    @ParameterizedTest
    @EnumSource(PasswordFormat.class)
    void passwordFormatSaysHowPasswordsAreStored(PasswordFormat format) throws Exception {
        TestSource source = source(Map.of("passwordFormat", format.key()));

        source.writable().add(withPassword(person("jdoe"), "someカス"), soon());
        String added = database.query(HASH);
        source.writable().update(passwordOf("jdoe", "other"), soon());

        assertThat(PasswordFormat.of(added)).contains(format);
        assertThat(PasswordFormat.of(database.query(HASH))).contains(format);
        assertThat(database.query(HASH)).isNotEqualTo(added);
        assertThat(source.authenticates("jdoe", "other")).isTrue();
        assertThat(source.authenticates("jdoe", "someカス")).isFalse();
    }

    @Test
    void anUpgradeHappensWhereThePasswordsAreOursAndNotWhereTheConfigurationForbidsIt() throws Exception {
        TestSource ours = source(Map.of());
        TestSource forbidden = source(Map.of("passwordUpgrade", "0"));
        stored(ours, SHA2);

        assertThat(forbidden.authenticates("jdoe", "secret")).isTrue();
        forbidden.close();
        assertThat(database.query(HASH)).isEqualTo(SHA2);
        assertThat(ours.authenticates("jdoe", "wrong")).isFalse();
        assertThat(ours.authenticates("jdoe", "secret")).isTrue();

        await().atMost(Duration.ofSeconds(20)).until(() -> database.query(HASH).startsWith("$argon2id$"));
        assertThat(ours.authenticates("jdoe", "secret")).isTrue();
        assertThat(database.query("select change_by from customer_user")).isEqualTo("admin");
    }

    @Test
    void anUpgradeThatFailsLetsTheSignInBe() throws Exception {
        database.run("alter table customer_user alter column pw varchar(64)");
        TestSource source = source(Map.of());
        stored(source, SHA2);

        assertThat(source.authenticates("jdoe", "secret")).isTrue();
        source.close();

        assertThat(database.query(HASH)).isEqualTo(SHA2);
    }

    @Test
    void anUpgradeThatMeetsALockIsMadeAtALaterSignIn() throws Exception {
        TestSource source = source(Map.of("answerTimeLimit", "1"));
        stored(source, SHA2);
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update customer_user set title = 'Dr.'");

            assertThat(source.authenticates("jdoe", "secret")).isTrue();
            other.rollback();
        }
        assertThat(source.authenticates("jdoe", "secret")).isTrue();

        await().atMost(Duration.ofSeconds(20)).until(() -> database.query(HASH).startsWith("$argon2id$"));
    }

    @Test
    void aPasswordThatWasSetMeanwhileIsNotOverwritten() throws Exception {
        TestSource source = source(Map.of());
        stored(source, SHA2);
        TableSettings settings =
                TableSettings.read(Map.of("slot", "CustomerUser", "passwordUpgrade", "1"), CustomerUserTable.KIND);
        TableMetadata metadata =
                OpenTable.describe(database.dataSource(), settings).orElseThrow();
        try (OpenTable table = new OpenTable(new PersistenceProvider(), database.dataSource(), metadata, settings)) {
            Password password = Password.of("secret");

            assertThat(table.writer().upgrade("jdoe", SHA2.replace('2', '3'), password, soon()))
                    .isFalse();
            assertThat(database.query(HASH)).isEqualTo(SHA2);
            assertThat(table.writer().upgrade("jdoe", SHA2, password, soon())).isTrue();
            assertThat(database.query(HASH)).startsWith("$argon2id$");
        }
    }

    @Test
    void aReadOnlySourceSignsInAndWritesNothing() throws Exception {
        TestSource source = source(Map.of());
        stored(source, SHA2);
        TestSource readOnly = source(Map.of("readOnly", "1"));

        assertThat(readOnly.authenticates("jdoe", "secret")).isTrue();
        readOnly.close();

        assertThat(database.query(HASH)).isEqualTo(SHA2);
    }

    @Test
    void aColumnThatIsTooShortIsToldBeforeAndWhenAPasswordIsSet() throws Exception {
        database.run("alter table customer_user alter column pw varchar(64)");
        TestSource argon2 = source(Map.of());
        TestSource sha2 = source(Map.of("passwordFormat", "sha2"));
        argon2.add("jdoe");

        assertThat(argon2.source().condition().findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("argon2id", "97", "64", "widen the column");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> argon2.writable().update(passwordOf("jdoe", "secret"), soon()))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("UserPassword"))
                .withMessageContaining("column PW is too short");
        sha2.writable().update(passwordOf("jdoe", "secret"), soon());
        assertThat(database.query(HASH)).isEqualTo(SHA2);
    }

    @Test
    void aSourceWithoutPasswordsRefusesEverybody() throws Exception {
        TestSource source = source(Map.of());
        stored(source, SHA2);
        TestSource without = source(Map.of("map.5", ""));

        assertThat(without.authenticates("jdoe", "secret")).isFalse();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> without.writable().update(passwordOf("jdoe", "secret"), soon()));
    }

    /** The memory of Argon2 tells that it was computed, whatever the time. */
    @Test
    void everyRefusalCostsTheSameWhateverIsStored() throws Exception {
        TestSource source = source(Map.of("passwordFormat", "sha2"));
        stored(source, SHA2);
        source.add("without");
        source.writable().add(withPassword(person("gone", Map.of("ValidID", "2")), "secret"), soon());

        assertThat(allocated(() -> source.authenticates("jdoe", "secret"))).isLessThan(15_000_000);
        for (String login : List.of("jdoe", "without", "gone", "nobody", "\0")) {
            assertThat(allocated(() -> source.authenticates(login, "wrong")))
                    .as(login)
                    .isGreaterThan(15_000_000);
        }
        assertThat(allocated(() -> source.authenticates("gone", "secret"))).isGreaterThan(15_000_000);
    }

    @Test
    void auditUserIdSaysWhoWritesWhereUsersAreNumbers() throws Exception {
        withIntegerAudit();
        TestSource one = source(Map.of());
        TestSource two = source(Map.of("auditUserId", "2"));

        one.add("one");
        two.add("two");

        assertThat(database.query("select login, create_by, change_by from customer_user order by login"))
                .isEqualTo("one 1 1\ntwo 2 2");
    }

    @Test
    void anUnknownAuditUserIsToldBeforeAndWhenSomethingIsWritten() throws Exception {
        withIntegerAudit();
        TestSource source = source(Map.of("auditUserId", "3"));

        assertThat(source.find("nobody")).isEmpty();
        assertThat(source.source().condition().findings())
                .filteredOn(finding -> finding.key().equals("auditUserId"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is 3", "USERS"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.add("jdoe"))
                .withMessageContaining("knows no user 3");
        assertThat(source(Map.of("auditUserId", "3", "readOnly", "1"))
                        .source()
                        .condition()
                        .findings())
                .isEmpty();
    }

    private void withIntegerAudit() {
        database.run(
                USERS,
                "insert into users values (1), (2)",
                "alter table customer_user alter column create_by integer",
                "alter table customer_user alter column change_by integer",
                "alter table customer_user add foreign key (create_by) references users (id)",
                "alter table customer_user add foreign key (change_by) references users (id)");
    }

    private void stored(TestSource source, String hash) throws Exception {
        source.add("jdoe");
        database.run("update customer_user set pw = '" + hash + "'");
    }

    private static long allocated(Callable<?> call) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        call.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private TestSource source(Map<String, String> keys) {
        TestSource made = TestSource.customerUsers(database, keys);
        open.add(made);
        return made;
    }

    private static RecordChange passwordOf(String login, String password) {
        return new RecordChange(login, Map.of(), Optional.of(Password.of(password)), "editor");
    }
}
