package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryEntryTest {

    private static CustomerUser user(String login, String source, Map<String, List<String>> fields) {
        return new CustomerUser(login, source, true, "", "", Validity.VALID, Ownership.CONFIRMED, fields);
    }

    private static String version(Map<String, List<String>> fields) {
        return user("a", "CustomerUser", fields).version();
    }

    @Test
    void theSameRecordHasTheSameVersionWhateverTheOrderOfItsFields() {
        Map<String, List<String>> turned = new LinkedHashMap<>();
        turned.put("B", List.of("2"));
        turned.put("A", List.of("1"));
        assertThat(version(turned)).isEqualTo(version(Map.of("A", List.of("1"), "B", List.of("2"))));
    }

    @Test
    void anAbsentFieldHasNoKeyOrNoValue() {
        assertThat(version(Map.of("A", List.of()))).isEqualTo(version(Map.of()));
        assertThat(user("a", "s", Map.of("A", List.of())).value("A")).isEmpty();
        assertThat(user("a", "s", Map.of()).value("A")).isEmpty();
    }

    @Test
    void everyDifferenceIsAnotherVersion() {
        List<String> versions = List.of(
                version(Map.of()),
                version(Map.of("A", List.of("1"))),
                version(Map.of("A", List.of("1", "2"))),
                version(Map.of("A", List.of("2", "1"))),
                version(Map.of("A", List.of("12"))),
                version(Map.of("A", List.of("1"), "B", List.of("2"))),
                version(Map.of("A", Collections.nCopies(256, ""))),
                user("b", "CustomerUser", Map.of()).version(),
                user("a", "CustomerUser1", Map.of()).version());
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void aVersionIsFitForAFormAndAnAddress() {
        assertThat(version(Map.of("A", List.of("x\"y <z>")))).matches("[A-Za-z0-9_-]{43}");
    }
}
