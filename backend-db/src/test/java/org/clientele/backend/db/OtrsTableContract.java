package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.clientele.backend.db.OtrsTables.CLIENTELE;
import static org.clientele.backend.db.OtrsTables.PASSWORD;
import static org.clientele.backend.db.OtrsTables.ROOT;
import static org.clientele.backend.db.OtrsTables.STORED;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.withPassword;
import static org.clientele.backend.db.TestSource.word;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Finding;
import org.clientele.Password;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In place on the database of an OTRS that goes on using it: read and written, and nothing else of it touched. */
abstract class OtrsTableContract {
    private final List<TestSource> open = new ArrayList<>();
    private OtrsTables otrs;
    private TestSource source;

    abstract OtrsTables tables();

    @BeforeEach
    void open() throws SQLException {
        otrs = tables();
        otrs.reset();
        source = customerUsers(Map.of());
    }

    @AfterEach
    void close() {
        open.forEach(TestSource::close);
    }

    @Test
    void theTablesAreReadyAsTheyAre() throws Exception {
        TestSource customers = customers();

        assertThat(source.find("jane")).isPresent();
        assertThat(customers.find("r&d").map(SourceRecord::name)).contains("Research");
        for (TestSource each : open) {
            assertThat(each.source().condition().state()).isEqualTo(SourceState.READY);
            assertThat(each.source().condition().findings())
                    .extracting(Finding::severity)
                    .doesNotContain(Finding.Severity.ERROR);
        }
        assertThat(source.source().condition().findings())
                .extracting(Finding::key)
                .contains("passwordFormat")
                .doesNotContain("auditUserId");
    }

    @Test
    void everybodyIsFoundAsOtrsWroteHim() throws Exception {
        for (String login : STORED.keySet()) {
            SourceRecord record = source.find(login).orElseThrow();
            assertThat(record.id()).isEqualTo(login);
            assertThat(record.fields())
                    .containsEntry("UserZip", List.of("0"))
                    .containsEntry("UserCity", List.of("Straße"))
                    .containsEntry("UserLastname", List.of("Doe " + login))
                    .doesNotContainKeys("UserPassword", "UserTitle", "UserPhone");
        }
        assertThat(source.find("ÜNAL").map(SourceRecord::id)).contains("Ünal");
        assertThat(source.search(word("doe ünal"))).containsExactly("Ünal");
        assertThat(source.search(new Criterion.Ids(Set.copyOf(STORED.keySet()))))
                .containsExactlyInAnyOrderElementsOf(STORED.keySet());
    }

    @Test
    void whoIsNotValidIsFoundButNotListed() throws Exception {
        assertThat(source.find("gone").map(SourceRecord::validity)).contains(Validity.INVALID);
        assertThat(source.find("away").map(SourceRecord::validity)).contains(Validity.INVALID_TEMPORARILY);
        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 100, false)))
                .contains("jane", "without")
                .doesNotContain("gone", "away");
        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 100, true)))
                .contains("gone", "away");
        TestSource unaware = customerUsers(Map.of("customerValid", ""));
        assertThat(TestSource.ids(unaware.page(Criterion.ALL, Optional.empty(), 100, false)))
                .contains("gone", "away");
    }

    @Test
    void everybodySignsInWithWhatOtrsStoredAndNothingIsWritten() throws Exception {
        String before = otrs.database().query("select * from customer_user order by id");

        for (String login : STORED.keySet()) {
            assertThat(source.authenticates(login, PASSWORD)).as(login).isTrue();
            assertThat(source.authenticates(login, PASSWORD + "x")).as(login).isEqualTo(false);
        }
        for (String login : List.of("without", "gone", "away", "nobody")) {
            assertThat(source.authenticates(login, PASSWORD)).as(login).isFalse();
        }

        source.close();
        assertThat(otrs.database().query("select * from customer_user order by id"))
                .isEqualTo(before);
    }

    @Test
    void aNewPersonIsOneOfOtrs() throws Exception {
        source.writable().add(withPassword(person("new", Map.of("UserZip", "0", "ValidID", "1")), "someカス"), soon());

        String[] row =
                otrs.row("new", "pw, create_by, change_by, valid_id, zip").split(" ");
        assertThat(row).containsExactly(row[0], "2", "2", "1", "0");
        assertThat(row[0]).matches("[0-9a-f]{64}");
        assertThat(OtrsRules.accepts("someカス", row[0])).isTrue();
        assertThat(source.authenticates("new", "someカス")).isTrue();
        assertThat(
                        otrs.database()
                                .query(
                                        "select count(*) from customer_user where id > 0 and create_time > '2022-01-01 00:00:00'"))
                .isEqualTo("1");
    }

    @Test
    void anUpdateChangesWhatItNamesAndWhoDidIt() throws Exception {
        TestSource without = customerUsers(Map.of("map.15", "", "map.9", ""));
        String untouched = "id, pw, email, title, fax, zip, comments, valid_id, create_time, create_by";
        String before = otrs.row("jane", untouched);

        without.writable().update(change("jane", "UserPhone", "", "0"), soon());

        assertThat(otrs.row("jane", untouched)).isEqualTo(before);
        assertThat(otrs.row("jane", "phone, change_by")).isEqualTo("0 2");
        without.writable().update(change("jane", "ValidID", "1", "3"), soon());
        assertThat(without.authenticates("jane", PASSWORD)).isFalse();
        assertThat(otrs.row("jane", "valid_id, create_by")).isEqualTo("3 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = PasswordFormat.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ARGON2ID"})
    void aPasswordIsSetAsOtrsReadsIt(PasswordFormat format) throws Exception {
        TestSource other = customerUsers(Map.of("passwordFormat", format.key()));
        Map<String, String> passwords = Map.of("jane", "some_pass", "カス", "someカス", "a_b%", "someäöü");
        for (String login : passwords.keySet()) {
            String password = passwords.get(login);
            other.writable().update(passwordOf(login, password), soon());

            String stored = otrs.row(login, "pw");
            assertThat(PasswordFormat.of(stored)).contains(format);
            assertThat(OtrsRules.accepts(password, stored)).as(stored).isTrue();
            assertThat(other.authenticates(login, password)).isTrue();
            assertThat(other.authenticates(login, PASSWORD)).isFalse();
        }
    }

    @Test
    void customersAreWrittenTheSameWay() throws Exception {
        TestSource customers = customers();
        NewRecord record = new NewRecord(
                "ACME",
                Map.of("CustomerID", "ACME", "CustomerCompanyName", "Acme & Sons", "ValidID", "1"),
                Optional.empty(),
                "admin");

        customers.writable().add(record, soon());
        customers.writable().update(change("R&D", "CustomerCompanyCity", "", "Straße"), soon());

        assertThat(otrs.database()
                        .query("select customer_id, city, create_by, change_by from customer_company order by 1"))
                .isEqualTo("ACME null 2 2\nR&D Straße 1 2");
        assertThat(customers.search(word("sons"))).containsExactly("ACME");
    }

    @Test
    void theDatabaseItselfAndItsOtherTablesStayAsTheyAre() throws Exception {
        String schema = otrs.schema();
        String rows = otrs.otherRows();
        TestSource customers = customers();

        source.add("new");
        source.writable().update(change("new", "UserPhone", "", "1"), soon());
        source.writable().update(passwordOf("jane", "other"), soon());
        source.authenticates("jane", "other");
        source.search(word("jane"));
        customers.writable().update(change("R&D", "CustomerCompanyCity", "", "x"), soon());

        assertThat(otrs.schema()).isEqualTo(schema).contains("customer_user_login", "pw");
        assertThat(otrs.otherRows()).isEqualTo(rows).contains("UserLanguage");
    }

    @Test
    void whoWritesIsWhatTheConfigurationSays() throws Exception {
        TestSource root = customerUsers(Map.of("auditUserId", Integer.toString(ROOT)));

        root.add("of-root");
        source.add("of-clientele");

        assertThat(otrs.row("of-root", "create_by, change_by")).isEqualTo("1 1");
        assertThat(otrs.row("of-clientele", "create_by, change_by")).isEqualTo("2 2");
    }

    @Test
    void aUserWhomOtrsDoesNotKnowIsNamedBeforeAndWhenSomethingIsWritten() throws Exception {
        TestSource stranger = customerUsers(Map.of("auditUserId", "4711"));

        assertThat(stranger.find("jane")).isPresent();
        assertThat(stranger.source().condition().findings())
                .filteredOn(finding -> finding.key().equals("auditUserId"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("4711", "users", "records cannot be written"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> stranger.add("new"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISCONFIGURED))
                .withMessageContaining("knows no user 4711")
                .withMessageContaining("auditUserId");
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> stranger.writable().update(change("jane", "UserPhone", "", "1"), soon()))
                .withMessageContaining("auditUserId");
        assertThat(stranger.find("new")).isEmpty();
    }

    @Test
    void aBetterFormatIsStoredAfterASignInOnlyWhereTheConfigurationAsksForIt() throws Exception {
        TestSource asking = customerUsers(Map.of("passwordFormat", "argon2id", "passwordUpgrade", "1"));
        TestSource silent = customerUsers(Map.of("passwordFormat", "argon2id"));
        String audit = otrs.row("jane", "change_time, change_by");

        assertThat(silent.authenticates("jane", PASSWORD)).isTrue();
        assertThat(asking.authenticates("jane", PASSWORD + "x")).isFalse();
        silent.close();
        assertThat(otrs.row("jane", "pw")).isEqualTo(STORED.get("jane"));
        assertThat(asking.authenticates("jane", PASSWORD)).isTrue();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> otrs.row("jane", "pw").startsWith("$argon2id$"));
        assertThat(asking.authenticates("jane", PASSWORD)).isTrue();
        assertThat(asking.authenticates("jane", PASSWORD + "x")).isFalse();
        assertThat(otrs.row("jane", "change_time, change_by")).isEqualTo(audit);
        assertThat(otrs.row("Ünal", "pw")).isEqualTo(STORED.get("Ünal"));
    }

    @Test
    void theStatementsOfTheDocumentationDoWhatItSays() throws Exception {
        otrs.database().run("update customer_user set pw = 'secret' where login = 'jane'");

        List<String> statements = otrs.statementsFor(Files.readString(Path.of("../docs/otrs.md")));
        assertThat(statements).hasSizeGreaterThanOrEqualTo(3);
        statements.forEach(otrs.database()::run);

        TestSource indexed = customerUsers(Map.of());
        assertThat(indexed.authenticates("jane", PASSWORD)).isTrue();
        assertThat(indexed.find("JANE").map(SourceRecord::id)).contains("jane");
        assertThat(indexed.source().condition().findings())
                .extracting(Finding::key)
                .containsExactly("passwordFormat");
        indexed.add("new");
    }

    private TestSource customerUsers(Map<String, String> keys) {
        return opened(false, keys);
    }

    private TestSource customers() {
        return opened(true, Map.of());
    }

    private TestSource opened(boolean customers, Map<String, String> keys) {
        TestDatabase database = otrs.database();
        Map<String, String> all = new HashMap<>(Map.of(
                "dsn",
                database.url(),
                "user",
                database.user(),
                "password",
                database.password(),
                "auditUserId",
                Integer.toString(CLIENTELE)));
        if (!customers) {
            all.put("passwordFormat", "sha2");
        }
        all.putAll(keys);
        TestSource made = TestSource.withOwnPool(customers, database, all);
        open.add(made);
        return made;
    }

    private static RecordChange change(String id, String variable, String before, String after) {
        return new RecordChange(
                id, Map.of(variable, new RecordChange.Values(before, after)), Optional.empty(), "editor");
    }

    private static RecordChange passwordOf(String login, String password) {
        return new RecordChange(login, Map.of(), Optional.of(Password.of(password)), "editor");
    }
}
