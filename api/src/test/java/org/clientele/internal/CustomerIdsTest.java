package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.spi.CustomerMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerIdsTest {
    private static Map<String, List<String>> record(String primary, String... further) {
        return Map.of("UserCustomerID", List.of(primary), "UserCustomerIDs", Arrays.asList(further));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "b § acme b",
                "b;c § acme b c",
                " b , c ,, § acme b c",
                "b|c § acme b c",
                "b,c;d § acme b,c d",
                "c;acme;c § acme c",
                "Acme § acme Acme",
                "カス;O'Brien § acme カス O'Brien",
            })
    void theFirstKindOfSeparatorSeparates(String further, String expected) {
        assertThat(CustomerIds.of(record("acme", further), false)).containsExactly(expected.split(" "));
    }

    @Test
    void manyValuesOfAnAttributeAreManyCustomers() {
        assertThat(CustomerIds.of(record("acme", "b", "c;d", "b"), false)).containsExactly("acme", "b", "c", "d");
        assertThat(CustomerIds.of(Map.of("UserCustomerID", List.of("a", "b")), false))
                .containsExactly("a", "b");
        assertThat(CustomerIds.of(Map.of(), false)).isEmpty();
    }

    @Test
    void thePrimaryCustomerCanBeLeftOutUnlessItIsNamedAgain() {
        assertThat(CustomerIds.of(record("acme", "b"), true)).containsExactly("b");
        assertThat(CustomerIds.of(record("acme", "b;acme"), true)).containsExactly("b", "acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "acme§next§next",
                "b; ACME ;c§next§b; next ;c",
                "acme,b§x|y§x|y,b",
                "acme,b§x;y|z§-",
                "acme|b§x,y§x,y;b",
                "acme§x, y§x, y;",
                "acme§x;y§-",
                "acme2;my acme§next§acme2;my acme",
                "acme;acme§next§next;next",
            })
    void aCustomerInAListGetsAnotherId(String text, String newId, String expected) {
        CustomerMove move = new CustomerMove("acme", newId, true, "test");

        assertThat(CustomerIds.replaced(text, move))
                .isEqualTo(Optional.of(expected).filter(it -> !it.equals("-")));
    }
}
