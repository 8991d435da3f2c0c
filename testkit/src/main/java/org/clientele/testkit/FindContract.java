package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;

/** Looking up one record. */
public interface FindContract extends SourceUnderTest {

    @Test
    default void aRecordIsFoundWithAllItsValues() throws Exception {
        TestPerson person = TestPerson.of("John.Doe")
                .withEmail("O'Brien+x@example.com")
                .withCustomerId("Example & Sons")
                .withName("カス", "Ünal x\"y <z> ${a} 100%_\\");
        try (Probe probe = Probe.open(this, List.of(person, TestPerson.of("other")))) {
            SourceRecord found = probe.found("John.Doe");
            assertThat(found.id()).isEqualTo("John.Doe");
            assertThat(found.key()).as("the order key").isEqualTo("john.doe");
            assertThat(found.validity()).as("the validity").isEqualTo(Validity.VALID);
            Map<String, List<String>> expected = person.fields().entrySet().stream()
                    .filter(field ->
                            probe.source().description().field(field.getKey()).isPresent())
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
            assertThat(found.fields()).containsAllEntriesOf(expected);
        }
    }

    @Test
    default void theFieldsAreThoseOfTheMapInItsOrderWithoutThePassword() throws Exception {
        try (Probe probe = Probe.open(this, List.of(TestPerson.of("john")))) {
            List<String> map = probe.source().description().fields().stream()
                    .map(Field::variable)
                    .toList();
            List<String> delivered = List.copyOf(probe.found("john").fields().keySet());
            assertThat(delivered)
                    .as("the variables of a record: those of the map in its order, without the password")
                    .isSubsetOf(map)
                    .isSortedAccordingTo((a, b) -> Integer.compare(map.indexOf(a), map.indexOf(b)))
                    .doesNotContain(Fields.PASSWORD);
        }
    }

    @Test
    default void anEmptyFieldHasNoValue() throws Exception {
        try (Probe probe = Probe.open(this, List.of(TestPerson.of("john").withName("", "Doe")))) {
            Map<String, List<String>> fields = probe.found("john").fields();
            assertThat(fields.getOrDefault(TestPerson.FIRST_NAME, List.of()))
                    .as("the values of an empty field")
                    .isEmpty();
        }
    }

    @Test
    default void whoIsNotThereIsNotFound() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john", "johnny"))) {
            for (String login : List.of("joh", "ohn", "mary", "", " ", "First", "x".repeat(5000))) {
                assertThat(probe.find(login))
                        .as("find('%s') where the storage has 'john' and 'johnny'", login)
                        .isEmpty();
            }
        }
    }

    @Test
    default void nobodyIsFoundInAnEmptyStorage() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            assertThat(probe.find("john")).isEmpty();
        }
    }

    @Test
    default void caseMattersAsTheDescriptionSays() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john", "Ünal"))) {
            boolean sensitive = probe.source().description().search().caseSensitive();
            for (String login : List.of("JOHN", "ÜNAL", "ünal")) {
                assertThat(probe.find(login).isPresent())
                        .as("find('%s') finds 'john' or 'Ünal', as searchCaseSensitive is %s", login, sensitive)
                        .isEqualTo(!sensitive);
            }
            assertThat(probe.found("Ünal").id()).isEqualTo("Ünal");
        }
    }

    @Test
    default void accentsMatter() throws Exception {
        try (Probe probe = Probe.open(this, People.of("unal"))) {
            assertThat(probe.find("ünal"))
                    .as("find('ünal') where the storage has 'unal'")
                    .isEmpty();
            assertThat(probe.found("unal").id()).isEqualTo("unal");
        }
    }

    @Test
    default void theInvalidAreFoundWithTheirValidity() throws Exception {
        for (Validity validity : Validity.values()) {
            TestPerson person = TestPerson.of("john").withValidity(validity);
            try (Probe probe = Probe.open(this, List.of(person))) {
                assertThat(probe.found("john").validity())
                        .as("the validity of somebody stored as %s", validity)
                        .isEqualTo(probe.model().validity(person));
            }
        }
    }

    /** How many characters a long login has that the storage has to take. */
    default int longLogin() {
        return 191;
    }

    @Test
    default void aLongLoginIsALogin() throws Exception {
        String most = "x".repeat(longLogin() - 1);
        String login = most + "y";
        try (Probe probe = Probe.open(this, People.of(login, most + "z"))) {
            SourceRecord found = probe.found(login);
            assertThat(found.id()).as("a login of %d characters", longLogin()).isEqualTo(login);
            assertThat(found.key()).as("its order key").isEqualTo(OrderKey.of(login));
        }
    }
}
