package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.junit.jupiter.api.Test;

/** What simple storages need: records of rows, all of them in memory, and conditions that end calls. */
class RecordSetTest {
    private static final SourceDefaults DEFAULTS = SourceDefaults.readOnly(
            "Rows",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    2, "UserEmail | Email | mail | 1 | 1 | var | | 0 | |",
                    3, "UserCustomerID | CustomerID | customer | 1 | 1 | var | | 0 | |",
                    4, "UserPassword | Password | pw | 0 | 0 | var | | 0 | |"),
            "login",
            List.of("mail"),
            List.of("login"),
            List.of("mail"),
            List.of("title", "login"));

    private static SourceDescription description(String... keys) {
        Map<String, String> properties = new LinkedHashMap<>(Map.of("slot", "CustomerUser"));
        for (int i = 0; i < keys.length; i += 2) {
            properties.put(keys[i], keys[i + 1]);
        }
        return SourceSettings.read(new Settings(properties), DEFAULTS);
    }

    private static SourceRecord person(SourceDescription source, String login) {
        return SourceRecord.of(source, Map.of("login", login, "mail", login + "@example.com"), Validity.VALID);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static List<String> ids(RecordSet records, Criterion criterion, int limit) throws Exception {
        SourcePage page = records.search(new SourceQuery(criterion, Optional.empty(), limit, true), soon());
        return page.records().stream().map(SourceRecord::id).toList();
    }

    @Test
    void aRowIsARecordWithoutEmptyFieldsAndPassword() {
        Map<String, String> row = Map.of("login", "Ünal", "mail", "", "title", "Dr.", "pw", "secret", "other", "x");
        SourceRecord found = SourceRecord.of(description(), row, Validity.INVALID);
        assertThat(found.id()).isEqualTo("Ünal");
        assertThat(found.key()).isEqualTo("ünal");
        assertThat(found.name()).isEqualTo("Dr. Ünal");
        assertThat(found.validity()).isEqualTo(Validity.INVALID);
        assertThat(found.fields()).isEqualTo(Map.of("UserLogin", List.of("Ünal")));
    }

    @Test
    void theFirstOfTheSameIdIsTakenAndNoneWithoutId() throws Exception {
        SourceDescription source = description();
        RecordSet.Builder builder = new RecordSet.Builder(source);
        assertThat(builder.add(person(source, "anna"))).isTrue();
        assertThat(builder.add(person(source, "ANNA"))).isFalse();
        assertThat(builder.add(person(source, ""))).isFalse();
        assertThat(builder.build().find("Anna", soon())).map(SourceRecord::id).contains("anna");
    }

    @Test
    void idsThatDifferInCaseAreDifferentWhereCaseMatters() throws Exception {
        SourceDescription source = description("searchCaseSensitive", "1");
        RecordSet.Builder builder = new RecordSet.Builder(source);
        assertThat(builder.add(person(source, "anna"))).isTrue();
        assertThat(builder.add(person(source, "ANNA"))).isTrue();
        RecordSet records = builder.build();
        assertThat(ids(records, Criterion.ALL, 10)).containsExactly("ANNA", "anna");
        assertThat(ids(records, new Criterion.Ids(Set.of("anna")), 10)).containsExactly("anna");
    }

    @Test
    void manyIdsAreFoundAmongManyRecords() throws Exception {
        SourceDescription source = description();
        RecordSet.Builder builder = new RecordSet.Builder(source);
        IntStream.range(0, 50_000).forEach(i -> builder.add(person(source, "user" + i)));
        RecordSet records = builder.build();
        Set<String> wanted = Set.copyOf(
                IntStream.range(0, 1000).mapToObj(i -> "USER" + i * 50).toList());
        assertThat(ids(records, new Criterion.Ids(wanted), 2000)).hasSize(1000).contains("user49950");
        assertThat(ids(records, Criterion.ALL, 3)).containsExactly("user0", "user1", "user10");
    }

    @Test
    void whatWasBuiltStaysAsItIs() throws Exception {
        SourceDescription source = description();
        RecordSet.Builder builder = new RecordSet.Builder(source);
        RecordSet before = builder.build();
        builder.add(person(source, "anna"));
        assertThat(ids(before, Criterion.ALL, 10)).isEmpty();
        assertThat(ids(builder.build(), Criterion.ALL, 10)).containsExactly("anna");
    }

    @Test
    void aConditionEndsCallsUnlessItIsReady() throws Exception {
        SourceCondition.of(List.of(Finding.warning("name", "is long"))).requireReady();
        assertEnds(SourceCondition.of(List.of(Finding.error("file", "is required"))), Reason.MISCONFIGURED);
        assertEnds(
                new SourceCondition(SourceState.WAITING, List.of(Finding.error("file", "is required"))),
                Reason.WAITING);
    }

    private static void assertEnds(SourceCondition condition, Reason reason) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(condition::requireReady)
                .withMessageContaining("file is required")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
