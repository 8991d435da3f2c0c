package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.spi.Settings;
import org.clientele.testkit.DocumentedKeys;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every key makes a difference, and an operator can find out about it. A new key needs a case in one of the lists below, words
 * in the description for tools, a line in the example and a place in the documentation.
 */
class H2KeysTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final H2Database DATABASE = new H2Database("keys");
    private static final List<KeyCase> CASES = Stream.of(
                    StorageKeys.CASES, SearchKeys.CASES, RuleKeys.CASES, MapKeys.CASES, PasswordKeys.CASES)
            .flatMap(List::stream)
            .toList();

    @TestFactory
    Stream<DynamicTest> configurationsThatDifferInOneKeyAnswerDifferently() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    Map<String, Object> answers = new LinkedHashMap<>();
                    for (String value : one.answers().keySet()) {
                        try (Configured configured = new Configured(DATABASE, one.configuration(value))) {
                            answers.put(value, one.question().ask(configured));
                        }
                    }
                    assertThat(answers).isEqualTo(one.answers());
                    assertThat(new HashSet<>(answers.values())).hasSizeGreaterThan(1);
                }));
    }

    @Test
    void everyKeyHasACase() {
        Set<String> cases = CASES.stream().map(KeyCase::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> keys = new TreeSet<>(keys(CustomerUserTable.KIND));
        keys.remove("map.");
        DocumentedKeys.MAP_COLUMNS.forEach(column -> keys.add("map. " + column));

        assertThat(cases).isEqualTo(keys);
        assertThat(keys).containsAll(without(keys(CustomerTable.KIND), "map."));
    }

    @Test
    void everyKeyOfCustomerUsersIsDocumented() throws Exception {
        assertThat(documented(CustomerUserTable.KIND, "CustomerUserTableConfiguration", "db-CustomerUser1"))
                .isEmpty();
    }

    @Test
    void everyKeyOfCustomersIsDocumented() throws Exception {
        assertThat(documented(CustomerTable.KIND, "CustomerTableConfiguration", "db.customers-CustomerCompany1"))
                .isEmpty();
    }

    private static List<String> documented(TableKind kind, String description, String example) throws Exception {
        return new DocumentedKeys(keys(kind))
                .describedBy(
                        Path.of("target/classes/OSGI-INF/metatype/org.clientele.backend.db." + description + ".xml"),
                        List.of("de"))
                .shownIn(Path.of("src/main/etc/org.clientele.backend." + example + ".cfg.example"))
                .besides(keys(CustomerUserTable.KIND))
                .explainedIn(PAGE, "Keys of every source", "Database tables")
                .columnsExplainedIn(PAGE, "The map")
                .faults();
    }

    /** What a reading asks for is what there is. */
    private static Set<String> keys(TableKind kind) {
        Settings settings = new Settings(Map.of());
        TableSettings.read(settings, Map.of(), kind);
        return settings.keys();
    }

    private static Set<String> without(Set<String> keys, String key) {
        Set<String> others = new TreeSet<>(keys);
        others.remove(key);
        return others;
    }
}
