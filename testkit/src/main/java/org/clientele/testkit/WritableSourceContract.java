package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RecordChange.Values;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of a source of customer users that is also a {@link WritableSource}, as tests: extend it. */
public abstract class WritableSourceContract implements SourceUnderTest {
    private static final String ACTOR = "contract test";
    private static final String UGLY = "O'Brien Ünal カス x\"y <z> ${a} 100%_\\ *()";

    private static NewRecord addition(TestPerson person) {
        return new NewRecord(person.login(), person.fields(), Optional.empty(), ACTOR);
    }

    private static RecordChange change(String login, String variable, String before, String after) {
        return change(login, Map.of(variable, new Values(before, after)));
    }

    private static RecordChange change(String login, Map<String, Values> fields) {
        return new RecordChange(login, fields, Optional.empty(), ACTOR);
    }

    private static WritableSource writable(Probe probe) {
        return (WritableSource) probe.source();
    }

    private static void add(Probe probe, TestPerson person) throws Exception {
        writable(probe).add(addition(person), Probe.deadline());
    }

    private static void update(Probe probe, RecordChange change) throws Exception {
        writable(probe).update(change, Probe.deadline());
    }

    private static Map<String, String> values(Probe probe, String login) throws Exception {
        SourceRecord found = probe.find(login).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        TestPerson.of(login).fields().keySet().forEach(variable -> {
            List<String> stored = found.fields().getOrDefault(variable, List.of());
            values.put(variable, stored.isEmpty() ? "" : stored.get(0));
        });
        return values;
    }

    @Test
    void itSaysThatItTakesRecords() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            assertThat(probe.source()).isInstanceOf(WritableSource.class);
            assertThat(probe.source().description().rules().readOnly()).isFalse();
        }
    }

    @Test
    void whatIsAddedIsThereAsGiven() throws Exception {
        TestPerson person = TestPerson.of("O'Brien (カス) \"x\" ${a}%_\\")
                .withEmail("o'brien+x@example.com")
                .withCustomerId("R&D <z>")
                .withName(UGLY, "x".repeat(100));
        try (Probe probe = Probe.open(this, People.of("john"))) {
            add(probe, person);
            assertThat(values(probe, person.login())).isEqualTo(person.fields());
            assertThat(probe.find(person.login())).map(SourceRecord::validity).contains(Validity.VALID);
            assertThat(values(probe, "john"))
                    .as("the others")
                    .isEqualTo(TestPerson.of("john").fields());
        }
    }

    @Test
    void emojiAreStoredOrRefused() throws Exception {
        TestPerson person = TestPerson.of("john").withName("\uD83D\uDE00", "x\uD83D\uDE01y");
        try (Probe probe = Probe.open(this, List.of())) {
            if (deviations().contains(Deviation.BASIC_PLANE_ONLY)) {
                assertThatThrownBy(() -> add(probe, person)).isInstanceOf(InvalidInputException.class);
                assertThat(probe.find("john")).isEmpty();
            } else {
                add(probe, person);
                assertThat(values(probe, "john")).isEqualTo(person.fields());
            }
        }
    }

    @Test
    void aLoginIsAddedOnce() throws Exception {
        TestPerson john = TestPerson.of("john");
        try (Probe probe = Probe.open(this, List.of())) {
            add(probe, john);
            assertThatThrownBy(
                            () -> add(probe, john.withEmail("other@example.com").withName("Other", "One")),
                            "adding a login that is there ends with AlreadyExistsException")
                    .isInstanceOfSatisfying(
                            AlreadyExistsException.class,
                            e -> assertThat(e.variable()).isEqualTo(Fields.LOGIN));
            assertThat(values(probe, "john")).isEqualTo(john.fields());
        }
    }

    @Test
    void aLoginInAnotherCaseIsTheSameUnlessCaseMatters() throws Exception {
        try (Probe probe = Probe.open(this, People.of("ünal"))) {
            TestPerson other = TestPerson.of("ÜNAL");
            if (probe.source().description().search().caseSensitive()) {
                add(probe, other);
                assertThat(probe.find("ÜNAL")).map(SourceRecord::id).contains("ÜNAL");
            } else {
                assertThatThrownBy(
                                () -> add(probe, other),
                                "adding a login that is there in another case ends with AlreadyExistsException")
                        .isInstanceOf(AlreadyExistsException.class);
            }
            assertThat(probe.find("ünal")).map(SourceRecord::id).contains("ünal");
        }
    }

    @Test
    void aMissingVariableIsEmpty() throws Exception {
        TestPerson person = TestPerson.of("john").withName("", "Doe");
        Map<String, String> fields = new LinkedHashMap<>(person.fields());
        fields.remove(TestPerson.FIRST_NAME);
        try (Probe probe = Probe.open(this, List.of())) {
            writable(probe).add(new NewRecord("john", fields, Optional.empty(), ACTOR), Probe.deadline());
            assertThat(values(probe, "john")).isEqualTo(person.fields());
        }
    }

    @Test
    void zeroIsAValue() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            add(probe, TestPerson.of("0").withName("0", "0"));
            assertThat(values(probe, "0"))
                    .containsEntry(TestPerson.FIRST_NAME, "0")
                    .containsEntry(Fields.LOGIN, "0");
            update(probe, change("0", TestPerson.FIRST_NAME, "0", "1"));
            update(probe, change("0", TestPerson.FIRST_NAME, "1", "0"));
            assertThat(values(probe, "0")).containsEntry(TestPerson.FIRST_NAME, "0");
        }
    }

    @Test
    void aPasswordIsTakenAndNeverComesOut() throws Exception {
        Optional<Password> password = Optional.of(Password.of("pässword ${x} カス"));
        TestPerson person = TestPerson.of("john");
        try (Probe probe = Probe.open(this, List.of())) {
            writable(probe).add(new NewRecord("john", person.fields(), password, ACTOR), Probe.deadline());
            writable(probe).update(new RecordChange("john", Map.of(), password, ACTOR), Probe.deadline());
            SourceRecord found = probe.find("john").orElseThrow();
            assertThat(found.fields()).doesNotContainKey(Fields.PASSWORD);
            assertThat(found.toString()).doesNotContain("pässword", "argon2", "$2a$", "{SSHA");
        }
    }

    @Test
    void anUpdateChangesTheNamedFieldsAlone() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe").withValidity(Validity.INVALID);
        try (Probe probe = Probe.open(this, List.of(john, TestPerson.of("mary")))) {
            Validity before = probe.find("john").orElseThrow().validity();
            update(probe, change("john", TestPerson.LAST_NAME, "Doe", UGLY));
            assertThat(values(probe, "john"))
                    .isEqualTo(john.withName("John", UGLY).fields());
            assertThat(probe.find("john")).map(SourceRecord::validity).contains(before);
            assertThat(values(probe, "mary")).isEqualTo(TestPerson.of("mary").fields());
            update(probe, change("john", TestPerson.LAST_NAME, UGLY, "Doe"));
            assertThat(values(probe, "john")).isEqualTo(john.fields());
        }
    }

    @Test
    void severalFieldsChangeTogetherOrNotAtAll() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            Map<String, Values> half = new LinkedHashMap<>();
            half.put(TestPerson.FIRST_NAME, new Values("John", "Jack"));
            half.put(TestPerson.LAST_NAME, new Values("Smith", "Jones"));
            assertThatThrownBy(() -> update(probe, change("john", half))).isInstanceOf(StaleException.class);
            assertThat(values(probe, "john")).isEqualTo(john.fields());
            half.put(TestPerson.LAST_NAME, new Values("Doe", "Jones"));
            update(probe, change("john", half));
            assertThat(values(probe, "john"))
                    .isEqualTo(john.withName("Jack", "Jones").fields());
        }
    }

    @Test
    void anotherOldValueIsStale() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            for (String before : List.of("", "Smith", "doe", "Doé", "Doe%", "D_e", "*")) {
                assertThatThrownBy(
                                () -> update(probe, change("john", TestPerson.LAST_NAME, before, "Jones")),
                                "a change from '%s', which is not what the storage has",
                                before)
                        .isInstanceOf(StaleException.class);
            }
            assertThat(values(probe, "john")).isEqualTo(john.fields());
        }
    }

    @Test
    void anEmptyFieldIsFilledAndEmptiedAgain() throws Exception {
        TestPerson john = TestPerson.of("john").withName("", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            update(probe, change("john", TestPerson.FIRST_NAME, "", "John"));
            assertThat(values(probe, "john"))
                    .isEqualTo(john.withName("John", "Doe").fields());
            assertThatThrownBy(() -> update(probe, change("john", TestPerson.FIRST_NAME, "", "Jack")))
                    .isInstanceOf(StaleException.class);
            update(probe, change("john", TestPerson.FIRST_NAME, "John", ""));
            assertThat(values(probe, "john")).isEqualTo(john.fields());
            update(probe, change("john", TestPerson.FIRST_NAME, "", "Jack"));
            assertThat(values(probe, "john"))
                    .isEqualTo(john.withName("Jack", "Doe").fields());
        }
    }

    @Test
    void theSameValueAgainIsNoConflict() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            update(probe, change("john", TestPerson.LAST_NAME, "Doe", "Doe"));
            assertThat(values(probe, "john")).isEqualTo(john.fields());
        }
    }

    @Test
    void whoIsNotThereCannotBeChanged() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            for (String login : List.of("mary", "joh", "*", "%", "john\0")) {
                assertThatThrownBy(
                                () -> update(probe, change(login, TestPerson.LAST_NAME, "Last", "Other")),
                                "a change of '%s', who is not there, ends with NotFoundException",
                                login)
                        .isInstanceOf(NotFoundException.class);
            }
            assertThat(values(probe, "john")).isEqualTo(TestPerson.of("john").fields());
        }
    }

    @Test
    void aWriteWhoseDeadlineHasPassedChangesNothing() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        Deadline passed = Deadline.in(Duration.ZERO);
        try (Probe probe = Probe.open(this, List.of(john))) {
            assertTimeOut(() -> writable(probe).add(addition(TestPerson.of("mary")), passed));
            assertTimeOut(() -> writable(probe).update(change("john", TestPerson.LAST_NAME, "Doe", "Jones"), passed));
            assertThat(probe.find("mary")).isEmpty();
            assertThat(values(probe, "john")).isEqualTo(john.fields());
        }
    }

    @TestFactory
    Stream<DynamicTest> writesToAStorageThatIsAway() throws Exception {
        return Outages.test(this, "areUnavailableAndChangeNothing", this::writeWhileAway);
    }

    private void writeWhileAway() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            Outages.assertUnavailable(
                    probe,
                    Map.of(
                            "an addition",
                            () -> add(probe, TestPerson.of("mary")),
                            "a change",
                            () -> update(probe, change("john", TestPerson.LAST_NAME, "Doe", "Jones"))));
            assertThat(values(probe, "john")).isEqualTo(john.fields());
            assertThat(probe.find("mary")).isEmpty();
        }
    }

    private static void assertTimeOut(ThrowingCallable call) {
        assertThatThrownBy(call, "a write whose deadline has passed ends with SourceUnavailableException, TIME_OUT")
                .isInstanceOfSatisfying(
                        SourceUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
    }
}
