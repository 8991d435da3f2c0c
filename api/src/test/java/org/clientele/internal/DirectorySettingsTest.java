package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientele.Finding;
import org.clientele.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example.com, https://desk.example.com/",
        "https://desk.example.com/otobo, https://desk.example.com/otobo/",
        "HTTP://localhost:8080/a/b/, HTTP://localhost:8080/a/b/"
    })
    void theAddressForLinksIsAFolder(String written, String address) {
        assertThat(new DirectorySettings(Map.of("linkAddress", written)).linkAddress())
                .contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk.example.com",
                "ftp://desk.example.com/",
                "javascript:alert(1)",
                "https://user@desk.example.com/",
                "https://desk.example.com/?a=b",
                "https://",
                "https://desk.example.com/a b"
            })
    void anythingElseIsAFindingAndNoAddress(String written) {
        Settings settings = new Settings(Map.of("linkAddress", written));

        assertThat(new DirectorySettings(settings).linkAddress()).isEmpty();
        assertThat(settings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("linkAddress");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message()).contains("write an address such as");
        });
    }

    @Test
    void everyKeyIsDescribedShownAndExplained() throws IOException {
        Settings settings = new Settings(Map.of());
        assertThat(new DirectorySettings(settings).slots()).isEqualTo(10);
        Set<String> keys = settings.keys();

        Set<String> described = Arrays.stream(DirectoryConfiguration.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(keys);
        String example = Files.readString(Path.of("src/main/etc/org.clientele.directory.cfg.example"));
        String page = Files.readString(Path.of("../docs/configuration.md"));
        for (String language : new String[] {"", "_de"}) {
            String words =
                    Files.readString(Path.of("src/main/resources/OSGI-INF/l10n/directory" + language + ".properties"));
            assertThat(keys)
                    .allSatisfy(key -> assertThat(words)
                            .containsPattern("(?m)^" + key + "\\.name=.")
                            .containsPattern("(?m)^" + key + "\\.description=."));
        }
        assertThat(keys).allSatisfy(key -> {
            assertThat(example).containsPattern("(?m)^#" + key + " = ");
            assertThat(page).contains("`" + key + "`");
        });
    }
}
