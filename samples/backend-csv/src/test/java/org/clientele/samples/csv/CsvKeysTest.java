package org.clientele.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools show, what the example says and what the source reads are the same keys. */
class CsvKeysTest {
    private static final Path EXAMPLE = Path.of("src/main/etc/org.clientele.samples.csv-people.cfg.example");
    private static final Pattern VARYING = Pattern.compile("(map|selections)\\..*");

    private static List<String> described() throws Exception {
        return matches("OSGI-INF/metatype/csv.xml", "AD id=\"(\\w+)\"");
    }

    private static List<String> matches(String resource, String pattern) throws Exception {
        try (InputStream stream = CsvKeysTest.class.getClassLoader().getResourceAsStream(resource)) {
            return Pattern.compile(pattern)
                    .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    @Test
    void everyDescribedKeyIsRead() throws Exception {
        Map<String, Object> properties = new HashMap<>();
        described().forEach(key -> properties.put(key, ""));
        properties.put("slot", "CustomerUser1");
        properties.put("file", "/nowhere");
        properties.put("delimiter", ";");
        assertThat(new CsvSource(properties).condition().findings())
                .extracting(Finding::message)
                .noneMatch(message -> message.contains("is not a key"));
    }

    @Test
    void theExampleHasEveryKey() throws Exception {
        try (Stream<String> lines = Files.lines(EXAMPLE)) {
            assertThat(lines.flatMap(line -> Pattern.compile("^(?:# )?([a-zA-Z.0-9]+) ?=")
                                    .matcher(line)
                                    .results())
                            .map(match -> match.group(1))
                            .filter(key -> !VARYING.matcher(key).matches()))
                    .containsExactlyInAnyOrderElementsOf(described());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void everyWordIsThere(String language) throws Exception {
        Properties words = new Properties();
        try (InputStream stream = CsvKeysTest.class
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/l10n/csv" + language + ".properties")) {
            words.load(stream);
        }
        assertThat(words.keySet()).isEqualTo(Set.copyOf(matches("OSGI-INF/metatype/csv.xml", "\"%([\\w.]+)\"")));
    }
}
