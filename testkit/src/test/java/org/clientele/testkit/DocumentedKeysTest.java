package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedKeysTest {
    private static final String PAGE = """
            # Keys of every source

            Here `port` is text.

            | key | meaning |
            |---|---|
            | `slot` | where `table` is shown |
            | `map.N` | rows |

            # Database tables

            | key | meaning |
            |---|---|
            | `user`, `password` | who asks |

            ## Passwords

            | `key` | meaning |
            |---|---|
            | `bcrypt` | 12 |

            # Directories

            | key | meaning |
            |---|---|
            | `scope` | how deep |
            """;

    private static final String ROW =
            "variable | label | column | shown (0, 1 or\n# 2) | required | type | link | read only |\n# link target | link classes";

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("file"), text);
    }

    private List<String> explained(String... keys) throws Exception {
        return new DocumentedKeys(Set.of(keys))
                .explainedIn(file(PAGE), "Keys of every source", "Database tables")
                .faults();
    }

    @Test
    void rowsOfTheSectionsAreTheKeys() throws Exception {
        assertThat(explained("slot", "map.", "user", "password")).isEmpty();
    }

    @Test
    void aKeyInTextInAnotherCellOrInAnotherSectionIsMissing() throws Exception {
        assertThat(explained("slot", "map.", "user", "password", "port", "table", "scope", "bcrypt"))
                .containsExactlyInAnyOrder(
                        "port is missing in file",
                        "table is missing in file",
                        "scope is missing in file",
                        "bcrypt is missing in file");
    }

    @Test
    void aRowWithoutKeyIsTooMuch() throws Exception {
        assertThat(explained("slot", "map.", "user")).containsExactly("password stands in file, but is no key");
    }

    @Test
    void aRowMayBeAKeyOfAnotherKind() throws Exception {
        assertThat(new DocumentedKeys(Set.of("user"))
                        .besides(Set.of("password"))
                        .explainedIn(file(PAGE), "Database tables")
                        .faults())
                .isEmpty();
    }

    @Test
    void theColumnsOfTheMapAreTheRowsOfATable() throws Exception {
        StringBuilder page = new StringBuilder("# The map\n\n| column | meaning |\n|---|---|\n");
        for (int i = 0; i < DocumentedKeys.MAP_COLUMNS.size(); i++) {
            page.append("| ").append(i + 1).append(' ').append(DocumentedKeys.MAP_COLUMNS.get(i));
            page.append(" | what it is |\n");
        }
        assertThat(columns(page.toString())).isEmpty();
        assertThat(columns(page.toString().replace("| 5 required | what it is |\n", "")))
                .singleElement()
                .asString()
                .contains("4 shown, 6 type", "instead of", "4 shown, 5 required, 6 type");
    }

    private List<String> columns(String page) throws Exception {
        return new DocumentedKeys(Set.of())
                .columnsExplainedIn(file(page), "The map")
                .faults();
    }

    @Test
    void anExampleNamesTheColumnsOfTheMap() throws Exception {
        assertThat(shown(ROW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"variable | ", "shown (0, 1 or\n# 2) | ", "read only |", " | link classes"})
    void anExampleThatLacksAColumnIsAFault(String part) throws Exception {
        assertThat(shown(ROW.replace(part, "")))
                .singleElement()
                .asString()
                .startsWith("the columns of map. are missing in file");
    }

    private List<String> shown(String row) throws Exception {
        String example = "# One row per field: " + row + ".\n# map.1 = x\n";
        return new DocumentedKeys(Set.of("map.")).shownIn(file(example)).faults();
    }
}
