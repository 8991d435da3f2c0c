package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonArrayTest {
    @Test
    void uglyTextsAreElementsAsTheyAre() {
        List<String> texts =
                List.of("O'Brien", "Ünal", "カス😀", "x\"y <z>", "${a}", "%", "_", "a\\b", "], [", "", "\t\u0000\u001f");

        assertThat(JsonArray.of(texts))
                .isEqualTo(
                        "[\"O'Brien\",\"Ünal\",\"カス😀\",\"x\\\"y <z>\",\"${a}\",\"%\",\"_\",\"a\\\\b\",\"], [\",\"\","
                                + "\"\\t\\u0000\\u001F\"]");
    }
}
