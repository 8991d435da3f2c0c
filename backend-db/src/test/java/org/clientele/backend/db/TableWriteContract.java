package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.AlreadyExistsException;
import org.clientele.Condition;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a source adds and changes records in a real database. */
abstract class TableWriteContract extends TableSearchContract {
    @Test
    void aLoginIsTakenWhateverItsCase() throws Exception {
        source.add("jdoe");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> source.add("JDoe"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"));
    }

    @Test
    void aValueThatIsTooLongIsRefusedAtItsField() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.writable().add(person("jdoe", Map.of("UserTitle", "x".repeat(51))), soon()))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("UserTitle"));
    }

    @Test
    void anUpdateChangesNamedFieldsAlone() throws Exception {
        source.writable().add(TestSource.withPassword(person("jdoe", Map.of("UserPhone", "1")), "pw"), soon());
        String hash = database().query("select pw from customer_user");

        source.writable().update(change("jdoe", "UserPhone", "1", "2"), soon());
        source.writable().update(change("jdoe", "UserTitle", "", "Dr."), soon());
        source.writable().update(change("jdoe", "ValidID", "1", "3"), soon());

        SourceRecord record = source.find("jdoe").orElseThrow();
        assertThat(record.fields())
                .containsEntry("UserPhone", List.of("2"))
                .containsEntry("UserTitle", List.of("Dr."))
                .containsEntry("UserLastname", List.of("Doe"));
        assertThat(record.validity()).isEqualTo(Validity.INVALID_TEMPORARILY);
        assertThat(database().query("select pw from customer_user")).isEqualTo(hash);
        assertThat(database().query("select create_by, change_by from customer_user"))
                .isEqualTo("admin editor");
    }

    @Test
    void anEmptiedFieldIsEmptyHoweverTheTableKeepsIt() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "1")), soon());
        source.writable().update(change("jdoe", "UserPhone", "1", ""), soon());
        assertThat(source.find("jdoe").orElseThrow().fields()).doesNotContainKey("UserPhone");
        database().run("update customer_user set phone = ''");

        source.writable().update(change("jdoe", "UserPhone", "", "2"), soon());

        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("2"));
    }

    @Test
    void anUpdateOfWhatSomebodyElseChangedIsStale() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "1", "UserLastname", "Müller")), soon());

        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserPhone", "0", "2"), soon()));
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserLastname", "Muller", "x"), soon()));
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserPhone", "1 ", "2"), soon()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> source.writable().update(change("nobody", "UserPhone", "1", "2"), soon()));
        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("1"));
    }

    @Test
    void aPasswordIsReplaced() throws Exception {
        source.add("jdoe");

        source.writable().update(new RecordChange("jdoe", Map.of(), Optional.of(Password.of("new")), "editor"), soon());

        assertThat(database().query("select pw from customer_user")).startsWith("$argon2id$");
    }

    @Test
    void aCallThatIsGivenUpWhileHashingWritesNothing() throws Exception {
        source.add("other");
        Deadline passed = Deadline.in(Duration.ofMillis(3));

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.writable().add(TestSource.withPassword(person("jdoe"), "pw"), passed))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.writable()
                        .update(
                                new RecordChange("other", Map.of(), Optional.of(Password.of("new")), "editor"),
                                Deadline.in(Duration.ofMillis(3))));

        assertThat(database().query("select login, pw from customer_user")).isEqualTo("other null");
    }

    @Test
    void everyValueIsBound() throws Exception {
        StatementRecorder recorder = new StatementRecorder(database());
        try (TestSource recorded = TestSource.customerUsers(recorder, Map.of())) {
            Optional<SourceQuery.Position> after = Optional.of(new SourceQuery.Position("needle'", "needle'"));
            recorded.writable()
                    .add(TestSource.withPassword(person("needle'", Map.of("UserPhone", "needle'")), "pw"), soon());
            recorded.writable().update(change("needle'", "UserPhone", "needle'", "needle'2"), soon());
            recorded.writable().update(change("needle'", "UserPhone", "needle'2", ""), soon());
            recorded.writable()
                    .update(
                            new RecordChange("needle'", Map.of(), Optional.of(Password.of("needle'")), "needle'"),
                            soon());
            recorded.find("needle'");
            recorded.search(TestSource.phrase("needle'"));
            recorded.search(new SearchExpression.Not(TestSource.phrase("needle'")));
            recorded.search(new Criterion.Email("needle'"));
            recorded.search(new Criterion.CustomerId(TextPattern.of("needle'*")));
            recorded.page(Criterion.ALL, after, 5, false);
            recorded.search(new Criterion.Detailed(
                    List.of(
                            new Condition.OneOf("UserCity", Set.of("needle'", "needle2")),
                            new Condition.Like("UserCity", Set.of("needle'*")),
                            new Condition.Compare("ValidID", Condition.Comparison.LESS, 471_100)),
                    Set.of("needle'"),
                    Set.of("needle'")));
        }
        assertThat(recorder.statements())
                .hasSizeGreaterThan(9)
                .noneMatch(sql -> sql.contains("needle") || sql.contains("argon2") || sql.contains("471100"));
    }

    @Test
    void aReadOnlyRowIsSetOnceAndNeverChanged() throws Exception {
        source.close();
        source = TestSource.customerUsers(
                database(), Map.of("map.8", "UserPhone | Phone | phone | 1 | 0 | var | | 1 | |"));
        source.writable().add(person("jdoe", Map.of("UserPhone", "1")), soon());

        source.writable().update(change("jdoe", "UserPhone", "1", "2"), soon());

        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("1"));
    }

    @Test
    void aColumnIsAddedOnceAndServesANewRow() throws Exception {
        source.extensible().extend("room", 250, soon());
        source.extensible().extend("room", 250, soon());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.extensible().extend("room; drop table x", 10, soon()));
        source.close();
        source = TestSource.customerUsers(
                database(),
                Map.of("map.17", "UserRoom | Room | room | 1 | 0 | var | | 0 | |", "searchFields", "login,room"));

        source.writable().add(person("jdoe", Map.of("UserRoom", "R 101")), soon());

        assertThat(source.search(word("r 101"))).containsExactly("jdoe");
        assertThat(source.source().description().field("UserRoom").orElseThrow().maxLength())
                .hasValue(250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "pw",
                "phone",
                "valid_id",
                "create_time",
                "create_by",
                "change_time",
                "change_by",
                "login_key",
                "email_key",
                "shoe_size"
            })
    void aColumnThatIsInUseIsNotAFurtherField(String column) {
        database().run("alter table customer_user add column shoe_size integer");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.extensible().extend(column, 250, soon()))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("storage"));
    }

    @Test
    void theUsualPasswordColumnIsNoFieldEvenWithoutARowForIt() {
        source.close();
        source = TestSource.customerUsers(database(), Map.of("map.5", ""));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.extensible().extend("pw", 128, soon()));
    }

    @Test
    void concurrentChangesOfOneFieldAreNotLost() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "0")), soon());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(this::countUp);
            }
            int done = 0;
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                done += answer.get();
            }
            assertThat(done).isPositive();
            assertThat(source.find("jdoe").orElseThrow().fields())
                    .containsEntry("UserPhone", List.of(Integer.toString(done)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void customersAreKeptByTheSameRules() throws Exception {
        try (TestSource customers = TestSource.customers(database(), Map.of())) {
            customers.writable().add(customer("ACME", "Acme & Sons"), soon());

            assertThat(customers.find("acme").map(SourceRecord::name)).contains("Acme & Sons");
            assertThat(customers.search(word("sons"))).containsExactly("ACME");
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> customers.writable().add(customer("acme", "Other"), soon()))
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("CustomerID"));
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> customers.writable().add(customer("other", "Acme & Sons"), soon()))
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("CustomerCompanyName"));
        }
    }

    private int countUp() throws Exception {
        int done = 0;
        for (int i = 0; i < 10; i++) {
            String before =
                    source.find("jdoe").orElseThrow().fields().get("UserPhone").get(0);
            String after = Integer.toString(Integer.parseInt(before) + 1);
            try {
                source.writable().update(change("jdoe", "UserPhone", before, after), soon());
                done++;
            } catch (StaleException e) {
                assertThat(e).hasMessageContaining("meantime");
            }
        }
        return done;
    }

    private static NewRecord customer(String id, String name) {
        return new NewRecord(
                id, Map.of("CustomerID", id, "CustomerCompanyName", name, "ValidID", "1"), Optional.empty(), "admin");
    }

    private static RecordChange change(String id, String variable, String before, String after) {
        return new RecordChange(
                id, Map.of(variable, new RecordChange.Values(before, after)), Optional.empty(), "editor");
    }
}
