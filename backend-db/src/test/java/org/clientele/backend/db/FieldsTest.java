package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.backend.db.Configured.add;
import static org.clientele.backend.db.Configured.outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.CustomerUsers;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may store in the fields of a table, and what is refused before the database sees it. */
class FieldsTest {
    private static final String SMALL = "UserRoom | Room | room | 1 | 0 | int | | 0 | |";

    private final StatementRecorder database = new StatementRecorder(new H2Database("fields"));
    private Configured configured;

    @BeforeEach
    void open() {
        configured("map.17", SMALL);
    }

    @AfterEach
    void close() throws Exception {
        configured.close();
    }

    private void configured(String key, String value) {
        configured = new Configured(database, Map.of("customerCompanySupport", "0", key, value));
        database.run("alter table customer_user add column room smallint");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-32768, -32768", "+7, 7", "007, 7", "' 12 ', 12", "-0, 0"})
    void aNumberIsStoredAsOne(String written, String stored) throws Exception {
        assertThat(add(configured.directory(), "CustomerUser", "jdoe", Map.of("UserRoom", written))
                        .value("UserRoom"))
                .isEqualTo(stored);
        assertThat(database.query("select room from customer_user")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"32768", "-32769", "99999999999999999999", "1.5", "1e3", "0x1F", "٣", "abc", "1 2", "--1"})
    void whatTheColumnCannotTakeIsRefusedAtTheFieldBeforeTheDatabaseSeesIt(String written) throws Exception {
        CustomerUsers users = configured.directory();
        users.find("nobody");
        database.statements().clear();

        Fault fault = fault(users, Map.of("UserRoom", written), "UserRoom");

        assertThat(fault.kind()).isEqualTo(Fault.Kind.NOT_A_NUMBER);
        assertThat(fault.arguments()).containsExactly("-32768", "32767");
        assertNothingWasWritten();
    }

    @Test
    void aTextRowOnANumberColumnTakesNumbersOnly() throws Exception {
        configured.close();
        configured("map.17", "UserRoom | Room | room | 1 | 0 | var | | 0 | |");
        CustomerUsers users = configured.directory();
        users.find("nobody");

        assertThat(fault(users, Map.of("UserRoom", "first floor"), "UserRoom").kind())
                .isEqualTo(Fault.Kind.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"UserTitle, TOO_LONG", "UserLogin, TOO_LONG", "UserComment, TOO_LONG"})
    void whatIsTooLongIsRefusedAtTheFieldBeforeTheDatabaseSeesIt(String variable, Fault.Kind kind) throws Exception {
        CustomerUsers users = configured.directory();
        users.find("nobody");
        database.statements().clear();

        Fault fault = fault(users, Map.of(variable, "ä".repeat(251)), variable);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.arguments().get(0)).isEqualTo("251");
        assertNothingWasWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "a\u001b[2Jb", "half \ud83d"})
    void aNulOrAnotherControlCharacterIsRefusedAtTheFieldBeforeTheDatabaseSeesIt(String text) throws Exception {
        CustomerUsers users = configured.directory();
        users.find("nobody");
        database.statements().clear();

        assertThat(fault(users, Map.of("UserComment", text), "UserComment").kind())
                .isEqualTo(Fault.Kind.INVISIBLE_CHARACTER);
        assertNothingWasWritten();
    }

    @Test
    void anIntLoginIsANumberInEveryWay() throws Exception {
        configured.close();
        configured = new Configured(
                database,
                Map.of(
                        "customerCompanySupport", "0",
                        "table", "numbered",
                        "map.4", "UserLogin | Username | login | 1 | 1 | int | | 0 | |"));
        database.run(
                "drop table if exists numbered",
                "create table numbered as select * from customer_user",
                "alter table numbered alter column login bigint");
        CustomerUsers users = configured.directory();
        users.find("1");

        assertThat(outcome(() -> add(users, "CustomerUser", "ann", Map.of()).login()))
                .isEqualTo(List.of("not-a-number"));
        assertThat(add(users, "CustomerUser", "0", Map.of()).login()).isEqualTo("0");
        assertThat(add(users, "CustomerUser", "4915112345678", Map.of()).login())
                .isEqualTo("4915112345678");
        assertThat(outcome(() -> add(users, "CustomerUser", "00", Map.of("UserEmail", "other@example.com"))
                        .login()))
                .isEqualTo("AlreadyExistsException");
        assertThat(users.update(new Change(
                                "4915112345678",
                                Map.of("UserTitle", "Dr."),
                                Optional.empty(),
                                Optional.empty(),
                                Actor.program("admin")))
                        .value("UserTitle"))
                .isEqualTo("Dr.");
        assertThat(users.list(ListRequest.ALL.withSearch("49151")).rows()).hasSize(1);
        assertThat(users.find("ann").entry()).isEmpty();
    }

    @Test
    void generatedLoginsAndLoginsThatAreNumbersDoNotGoTogether() {
        Map<String, String> keys = new HashMap<>(
                Map.of("autoLoginCreation", "1", "map.4", "UserLogin | Username | login | 1 | 1 | int | | 0 | |"));

        assertThat(TableSettings.read(keys, CustomerUserTable.KIND).findings())
                .extracting(finding -> finding.key())
                .containsExactly("autoLoginCreation");
    }

    @Test
    void ofTwoRowsWithOneColumnTheOneOfTheLoginWrites() throws Exception {
        configured.close();
        configured("map.3", "UserEmail | Email | LOGIN | 1 | 1 | var | | 0 | |");
        configured.close();
        configured = new Configured(
                database,
                Map.of(
                        "customerCompanySupport", "0",
                        "map.6", "UserEmail | Email | LOGIN | 1 | 1 | var | | 0 | |",
                        "postMasterSearchFields", "login",
                        "listFields", "first_name,LOGIN"));
        database.run("alter table customer_user alter column email drop not null");
        CustomerUsers users = configured.directory();
        Map<String, String> same = Map.of("UserEmail", "");

        assertThat(add(users, "CustomerUser", "jo@example.com", same).value("UserEmail"))
                .isEqualTo("jo@example.com");
        assertThat(outcome(() -> add(users, "CustomerUser", "no address", same).login()))
                .isEqualTo(List.of("not-an-email"));
        assertThat(fault(users, Map.of("UserLogin", "a@example.com", "UserEmail", "b@example.com"), "UserEmail")
                        .kind())
                .isEqualTo(Fault.Kind.WRITTEN_ELSEWHERE);
        Change change = new Change(
                "jo@example.com",
                Map.of("UserEmail", "x@example.com"),
                Optional.empty(),
                Optional.empty(),
                Actor.program("admin"));
        assertThat(outcome(() -> users.update(change).login())).isEqualTo(List.of("written-elsewhere"));
    }

    @Test
    void ofTwoOtherRowsWithOneColumnTheFirstWrites() throws Exception {
        configured.close();
        configured("map.17", "UserAlias | Alias | title | 1 | 0 | var | | 0 | |");
        CustomerUsers users = configured.directory();

        assertThat(add(users, "CustomerUser", "jdoe", Map.of("UserTitle", "Dr."))
                        .value("UserAlias"))
                .isEqualTo("Dr.");
        assertThat(fault(users, Map.of("UserTitle", "Dr.", "UserAlias", "Mr."), "UserAlias")
                        .kind())
                .isEqualTo(Fault.Kind.WRITTEN_ELSEWHERE);
    }

    @Test
    void aRequiredPasswordIsRequiredWhenAdding() throws Exception {
        configured.close();
        configured("map.5", "UserPassword | Password | pw | 0 | 1 | var | | 0 | |");

        assertThat(fault(configured.directory(), Map.of(), "UserPassword").kind())
                .isEqualTo(Fault.Kind.REQUIRED);
    }

    @Test
    void aGeneratedLoginThatIsTakenIsMadeAnew() throws Exception {
        configured.close();
        configured("autoLoginCreation", "1");
        TestSource plain = configured.source();
        CollidingSource colliding = new CollidingSource((CustomerUserSource) plain.source(), 3);
        try (TestSource company = TestSource.customers(database, Map.of());
                TestDirectory directory = new TestDirectory(
                        List.of(colliding), List.of(configured.keys()), (CustomerSource) company.source())) {
            String login =
                    add(directory.customerUsers(), "CustomerUser", "", Map.of()).login();

            assertThat(login).matches("auto-[0-9]{14}-[0-9]{4}");
            assertThat(colliding.refused.get()).isEqualTo(3);
            assertThat(database.query("select login from customer_user")).isEqualTo(login);
        }
    }

    @Test
    void whoBecomesValidNeedsAnAddressThatLooksLikeOneAndWhoIsInvalidDoesNot() throws Exception {
        CustomerUsers users = configured.directory();
        add(users, "CustomerUser", "jdoe", Map.of("ValidID", "2", "UserEmail", "nonsense"));

        assertThat(changed(users, Map.of("UserEmail", "more nonsense"))).isEmpty();
        assertThat(changed(users, Map.of("UserComment", "gone"))).isEmpty();
        assertThat(changed(users, Map.of("ValidID", "1"))).containsOnlyKeys("UserEmail");
        assertThat(changed(users, Map.of("ValidID", "1", "UserEmail", "jdoe@example.com")))
                .isEmpty();
        assertThat(changed(users, Map.of("UserEmail", "nonsense"))).containsOnlyKeys("UserEmail");
    }

    private void assertNothingWasWritten() {
        assertThat(database.statements())
                .noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains("insert"));
    }

    private static Map<String, Fault> changed(CustomerUsers users, Map<String, String> fields) throws Exception {
        try {
            users.update(new Change("jdoe", fields, Optional.empty(), Optional.empty(), Actor.program("admin")));
            return Map.of();
        } catch (InvalidInputException e) {
            return e.faults();
        }
    }

    private static Fault fault(CustomerUsers users, Map<String, String> values, String variable) throws Exception {
        String login = values.getOrDefault("UserLogin", "jdoe");
        try {
            add(users, "CustomerUser", login, values);
            throw new AssertionError("accepted");
        } catch (InvalidInputException e) {
            assertThat(e.faults()).containsOnlyKeys(Set.of(variable));
            return e.faults().get(variable);
        }
    }

    /** A source whose storage has the first few logins already. */
    private static final class CollidingSource implements CustomerUserSource, WritableSource {
        private final CustomerUserSource source;
        private final int collisions;
        final AtomicInteger refused = new AtomicInteger();

        CollidingSource(CustomerUserSource source, int collisions) {
            this.source = source;
            this.collisions = collisions;
        }

        @Override
        public void add(NewRecord record, Deadline deadline)
                throws AlreadyExistsException, InvalidInputException, SourceUnavailableException {
            if (refused.get() < collisions) {
                refused.incrementAndGet();
                throw new AlreadyExistsException("UserLogin", "Username is in use already.");
            }
            ((WritableSource) source).add(record, deadline);
        }

        @Override
        public void update(RecordChange change, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SourceDescription description() {
            return source.description();
        }

        @Override
        public SourceCondition condition() {
            return source.condition();
        }

        @Override
        public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
            return source.find(id, deadline);
        }

        @Override
        public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
            return source.search(query, deadline);
        }
    }
}
