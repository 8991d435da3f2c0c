package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    @TempDir
    Path etc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = カス\nmap.17 = UserRoom | Room | room",
                "map.17=UserRoom",
                "name = \"x\"\n  map.17 : UserRoom",
                "{\n  \"map.17\": \"UserRoom\"\n}",
                "{\"name\":\"x\",\"map.17\":[\"UserRoom\"]}"
            })
    void aKeyIsFoundInEveryFormat(String text) throws Exception {
        assertThat(file(text).has("map.17")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# map.17 = UserRoom", "map.170 = UserRoom", "mapx17 = UserRoom", "name = map.17", ""})
    void aCommentOrAnotherKeyIsNotTheKey(String text) throws Exception {
        assertThat(file(text).has("map.17")).isFalse();
    }

    @Test
    void aFileThatIsGoneHasNothing() {
        assertThat(new ConfigurationFile(etc.resolve("gone.cfg")).has("map.17")).isFalse();
    }

    @Test
    void aConfigurationWithoutFileHasNone() {
        assertThat(ConfigurationFile.of(new Hashtable<>())).isEmpty();
        assertThat(ConfigurationFile.of(new Hashtable<>(Map.of("felix.fileinstall.filename", "not a location"))))
                .isEmpty();
    }

    private ConfigurationFile file(String text) throws IOException {
        Path file = Files.writeString(etc.resolve("a ü.cfg"), text);
        return ConfigurationFile.of(new Hashtable<>(
                        Map.of("felix.fileinstall.filename", file.toUri().toString())))
                .orElseThrow();
    }
}
