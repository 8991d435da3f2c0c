package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clientele.AlreadyExistsException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RecordChange.Values;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of a source of customer users that is also a {@link RenamingSource}, as tests: extend it. */
public abstract class RenamingSourceContract implements SourceUnderTest {
    private static final String ACTOR = "contract test";

    private static RecordChange change(String login, Map<String, Values> fields) {
        return new RecordChange(login, fields, Optional.empty(), ACTOR);
    }

    private static void rename(Probe probe, String login, String newLogin) throws Exception {
        rename(probe, login, newLogin, Map.of());
    }

    private static void rename(Probe probe, String login, String newLogin, Map<String, Values> fields)
            throws Exception {
        ((RenamingSource) probe.source()).rename(change(login, fields), newLogin, Probe.deadline());
    }

    /** Asserts that the source has these records and no others, whole. */
    private static void assertPeople(Probe probe, TestPerson... people) throws Exception {
        List<String> logins = probe.ids(Criterion.ALL);
        assertThat(logins)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(people).map(TestPerson::login).toList());
        for (TestPerson person : people) {
            SourceRecord record = probe.find(person.login()).orElseThrow();
            assertThat(record.id()).isEqualTo(person.login());
            assertThat(record.validity()).isEqualTo(person.validity());
            person.fields()
                    .forEach((variable, value) -> assertThat(record.fields().getOrDefault(variable, List.of()))
                            .as("%s of %s", variable, person.login())
                            .isEqualTo(value.isEmpty() ? List.of() : List.of(value)));
        }
    }

    private static TestPerson renamed(TestPerson person, String login) {
        return new TestPerson(
                login,
                person.email(),
                person.customerId(),
                person.firstName(),
                person.lastName(),
                person.validity(),
                person.number());
    }

    @Test
    void theLoginChangesAndNothingElse() throws Exception {
        TestPerson john = TestPerson.of("john").withName("O'Brien", "カス").withValidity(Validity.INVALID);
        TestPerson mary = TestPerson.of("mary");
        try (Probe probe = Probe.open(this, List.of(john, mary))) {
            rename(probe, "john", "jack");
            assertPeople(probe, renamed(john, "jack"), mary);
            assertThat(probe.find("john")).isEmpty();
            assertThat(probe.ids(new Criterion.Ids(Set.of("john", "jack")))).containsExactly("jack");
        }
    }

    @Test
    void anyLoginCanBeTheNextAndTheFormer() throws Exception {
        TestPerson john = TestPerson.of("john");
        try (Probe probe = Probe.open(this, List.of(john))) {
            for (String login :
                    List.of("O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", "*()", "a b", "0")) {
                rename(probe, "john", login);
                assertPeople(probe, renamed(john, login));
                rename(probe, login, "john");
                assertPeople(probe, john);
            }
        }
    }

    @Test
    void otherFieldsChangeInTheSameStep() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            rename(probe, "john", "jack", Map.of(TestPerson.FIRST_NAME, new Values("John", "Jack")));
            assertPeople(probe, renamed(john, "jack").withName("Jack", "Doe"));
        }
    }

    @Test
    void anotherOldValueIsStaleAndNothingChanges() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        try (Probe probe = Probe.open(this, List.of(john))) {
            assertThatThrownBy(
                            () -> rename(
                                    probe, "john", "jack", Map.of(TestPerson.FIRST_NAME, new Values("Johnny", "Jack"))),
                            "a rename with another old value ends with StaleException")
                    .isInstanceOf(StaleException.class);
            assertPeople(probe, john);
        }
    }

    @Test
    void caseAloneMayChange() throws Exception {
        TestPerson john = TestPerson.of("jöhn");
        try (Probe probe = Probe.open(this, List.of(john))) {
            rename(probe, "jöhn", "JÖHN");
            assertPeople(probe, renamed(john, "JÖHN"));
        }
    }

    @Test
    void aLoginThatSomebodyElseHasIsRefused() throws Exception {
        TestPerson john = TestPerson.of("john");
        TestPerson mary = TestPerson.of("märy");
        try (Probe probe = Probe.open(this, List.of(john, mary))) {
            boolean caseSensitive = probe.source().description().search().caseSensitive();
            for (String taken : caseSensitive ? List.of("märy") : List.of("märy", "MÄRY")) {
                assertThatThrownBy(
                                () -> rename(probe, "john", taken),
                                "renaming to '%s', which somebody has, ends with AlreadyExistsException",
                                taken)
                        .isInstanceOfSatisfying(
                                AlreadyExistsException.class,
                                e -> assertThat(e.variable()).isEqualTo(Fields.LOGIN));
            }
            assertPeople(probe, john, mary);
        }
    }

    @Test
    void theFormerLoginIsFreeForSomebodyElse() throws Exception {
        TestPerson john = TestPerson.of("john");
        TestPerson mary = TestPerson.of("mary");
        try (Probe probe = Probe.open(this, List.of(john, mary))) {
            rename(probe, "john", "jack");
            rename(probe, "mary", "john");
            assertPeople(probe, renamed(john, "jack"), renamed(mary, "john"));
        }
    }

    @Test
    void listsAreInTheOrderOfTheNewLogins() throws Exception {
        try (Probe probe = Probe.open(this, People.of("ann", "bob", "cid"))) {
            rename(probe, "ann", "dora");
            assertThat(probe.ids(Criterion.ALL)).containsExactly("bob", "cid", "dora");
        }
    }

    @Test
    void whoIsNotThereCannotBeRenamed() throws Exception {
        TestPerson john = TestPerson.of("john");
        try (Probe probe = Probe.open(this, List.of(john))) {
            for (String login : List.of("mary", "joh", "*", "%", "john\0")) {
                assertThatThrownBy(
                                () -> rename(probe, login, "jack"),
                                "renaming '%s', who is not there, ends with NotFoundException",
                                login)
                        .isInstanceOf(NotFoundException.class);
            }
            rename(probe, "john", "jack");
            assertThatThrownBy(() -> rename(probe, "john", "jack"), "the same rename again ends with NotFoundException")
                    .isInstanceOf(NotFoundException.class);
            assertPeople(probe, renamed(john, "jack"));
        }
    }

    @Test
    void aRenameWhoseDeadlineHasPassedChangesNothing() throws Exception {
        TestPerson john = TestPerson.of("john");
        try (Probe probe = Probe.open(this, List.of(john))) {
            assertThatThrownBy(
                            () -> ((RenamingSource) probe.source())
                                    .rename(change("john", Map.of()), "jack", Deadline.in(Duration.ZERO)),
                            "a rename whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
            assertPeople(probe, john);
        }
    }

    @TestFactory
    Stream<DynamicTest> aRenameInAStorageThatIsAway() throws Exception {
        return Outages.test(this, "isUnavailableAndChangesNothing", this::renameWhileAway);
    }

    private void renameWhileAway() throws Exception {
        TestPerson john = TestPerson.of("john").withName("John", "Doe");
        Map<String, Values> fields = Map.of(TestPerson.FIRST_NAME, new Values("John", "Jack"));
        try (Probe probe = Probe.open(this, List.of(john))) {
            Outages.assertUnavailable(probe, Map.of("a rename", () -> rename(probe, "john", "jack", fields)));
            assertPeople(probe, john);
        }
    }

    @Test
    void ofManyWhoWantOneLoginOneGetsIt() throws Exception {
        List<TestPerson> people = People.of("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7");
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try (Probe probe = Probe.open(this, people)) {
            List<Callable<Boolean>> calls = people.stream()
                    .map(person -> (Callable<Boolean>) () -> isRenamed(probe, person.login(), "wanted"))
                    .toList();
            int done = 0;
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                done += answer.get() ? 1 : 0;
            }
            assertThat(done).as("how many of 8 renames to one login succeed").isEqualTo(1);
            assertThat(probe.ids(Criterion.ALL)).hasSize(people.size()).containsOnlyOnce("wanted");
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isRenamed(Probe probe, String login, String newLogin) throws Exception {
        try {
            rename(probe, login, newLogin);
            return true;
        } catch (AlreadyExistsException e) {
            return false;
        }
    }
}
