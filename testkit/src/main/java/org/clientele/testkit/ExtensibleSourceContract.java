package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.ExtensibleSource;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of a source of customer users that is also an {@link ExtensibleSource}, as tests: extend it. */
public abstract class ExtensibleSourceContract implements SourceUnderTest {
    private static final String ROOM = "UserRoom";
    private static final Map<String, String> WITH_ROOM =
            Map.of("map.90", ROOM + " | Room | room | 1 | 0 | var | | 0 | |");
    private static final int LENGTH = 100;

    /**
     * A second source over the storage of a fixture, as if its configuration had these keys besides. It is closed with the
     * fixture at the latest.
     */
    public abstract CustomerUserSource reconfigured(Fixture fixture, Map<String, String> keys) throws Exception;

    private static void extend(Probe probe, String storage, int length) throws Exception {
        ((ExtensibleSource) probe.source()).extend(storage, length, Probe.deadline());
    }

    @Test
    void itSaysThatItTakesFields() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            assertThat(probe.source()).isInstanceOf(ExtensibleSource.class);
        }
    }

    @Test
    void aNewFieldIsEmptyAndTheOtherValuesStay() throws Exception {
        TestPerson john = TestPerson.of("john").withName("カス", "O'Brien");
        try (Probe probe = Probe.open(this, List.of(john))) {
            SourceRecord before = probe.found("john");
            extend(probe, "room", LENGTH);
            assertThat(probe.found("john"))
                    .as("the record through the source as it is configured")
                    .isEqualTo(before);
            SourceRecord found = reconfigured(probe.fixture(), WITH_ROOM)
                    .find("john", Probe.deadline())
                    .orElseThrow();
            assertThat(found.fields().getOrDefault(ROOM, List.of()))
                    .as("the new field")
                    .isEmpty();
            assertThat(found.fields())
                    .as("the other fields of the record with a row for the new one")
                    .containsAllEntriesOf(before.fields());
        }
    }

    @Test
    void aNewFieldTakesValuesOfItsLength() throws Exception {
        String value = "O'Brien Ünal x\"y <z> ${a} 100%_\\ " + "カ".repeat(60);
        try (Probe probe = Probe.open(this, People.of("john", "mary"))) {
            extend(probe, "room", LENGTH);
            CustomerUserSource source = reconfigured(probe.fixture(), WITH_ROOM);
            ((WritableSource) source).update(change(value), Probe.deadline());
            assertThat(room(source, "john")).as("what was stored").containsExactly(value);
            assertThat(room(source, "mary")).as("the field of another record").isEmpty();
        }
    }

    private static RecordChange change(String value) {
        return new RecordChange(
                "john", Map.of(ROOM, new RecordChange.Values("", value)), Optional.empty(), "contract test");
    }

    private static List<String> room(CustomerUserSource source, String login) throws SourceUnavailableException {
        return source.find(login, Probe.deadline()).orElseThrow().fields().getOrDefault(ROOM, List.of());
    }

    @Test
    void theLengthIsKnownAfterTheFirstContact() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            extend(probe, "room", LENGTH);
            CustomerUserSource source = reconfigured(probe.fixture(), WITH_ROOM);
            assertThat(source.find("john", Probe.deadline())).isPresent();
            SourceDescription description = source.description();
            assertThat(description
                            .field(ROOM)
                            .flatMap(field -> field.maxLength().stream().boxed().findFirst()))
                    .as("the most characters of the new field, where the description says so")
                    .isIn(Optional.empty(), Optional.of(LENGTH));
        }
    }

    @Test
    void aFieldThatIsThereAlreadyIsLeftAsItIs() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            extend(probe, "room", LENGTH);
            CustomerUserSource source = reconfigured(probe.fixture(), WITH_ROOM);
            ((WritableSource) source).update(change("R 101"), Probe.deadline());
            extend(probe, "room", LENGTH);
            assertThat(room(source, "john"))
                    .as("the value after the field was added again")
                    .containsExactly("R 101");
        }
    }

    @Test
    void whatASourceUsesAlreadyIsNoFurtherField() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            SourceRecord before = probe.found("john");
            for (Field field : probe.source().description().fields()) {
                assertInvalid("a further field in the storage of " + field.variable(), probe, field.storage(), LENGTH);
            }
            assertThat(probe.found("john")).isEqualTo(before);
        }
    }

    @Test
    void aNameThatIsNoneHarmsNobody() throws Exception {
        List<String> names = List.of(
                "",
                " ",
                "room; drop table customer_user",
                "room\"",
                "room`",
                "'room'",
                "ro om",
                "room\0",
                "${room}",
                "(room)",
                "room--",
                "x".repeat(1000));
        try (Probe probe = Probe.open(this, People.of("john"))) {
            SourceRecord before = probe.found("john");
            for (String name : names) {
                assertInvalid("a field named '" + name + "'", probe, name, LENGTH);
                assertThat(probe.found("john")).isEqualTo(before);
            }
        }
    }

    @Test
    void aLengthThatIsNoneIsRefused() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            for (int length : new int[] {0, -1, Integer.MIN_VALUE}) {
                assertInvalid("a field of " + length + " characters", probe, "room", length);
            }
        }
    }

    private static void assertInvalid(String what, Probe probe, String storage, int length) {
        assertThatThrownBy(() -> extend(probe, storage, length), "%s ends with InvalidInputException", what)
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anExtensionWhoseDeadlineHasPassedIsATimeOut() throws Exception {
        Deadline passed = Deadline.in(Duration.ZERO);
        try (Probe probe = Probe.open(this, People.of("john"))) {
            assertThatThrownBy(
                            () -> ((ExtensibleSource) probe.source()).extend("room", LENGTH, passed),
                            "an extension whose deadline has passed ends with SourceUnavailableException")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
        }
    }

    @TestFactory
    Stream<DynamicTest> anExtensionOfAStorageThatIsAway() throws Exception {
        return Outages.test(this, "isUnavailableAndCanBeMadeLater", this::extendWhileAway);
    }

    private void extendWhileAway() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            SourceRecord before = probe.found("john");
            Outages.assertUnavailable(probe, Map.of("an extension", () -> extend(probe, "room", LENGTH)));
            assertThat(probe.found("john")).isEqualTo(before);
            extend(probe, "room", LENGTH);
            assertThat(room(reconfigured(probe.fixture(), WITH_ROOM), "john"))
                    .as("the new field, made when the storage was back")
                    .isEmpty();
        }
    }
}
