package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " - ",
                "ou=Ünal \\22x\\22,dc=a\\,b",
                "A | B | c#d!e=f:g | \\| | |",
                "\"quoted\" [x] (y)",
                "I\"389\"",
                "a\nb\r\n\tc",
                "$[secret:ldap]",
                "a$b",
                "(&(a=*)(!(b=\\2a)))",
                "x"
            })
    void aValueSurvivesTheWayThroughText(String value) {
        String text = ConfigurationText.write(Map.of("key", value, "other", "1"));
        assertThat(ConfigurationText.read(text, (key, name) -> null)).isEqualTo(Map.of("key", value, "other", "1"));
        assertThat(ConfigurationText.read(text.replace("\n", "\r\n"), (key, name) -> null))
                .containsEntry("key", value);
    }

    @Test
    void keysAreInOrderAndTextIsNotEscapedWithoutNeed() {
        assertThat(ConfigurationText.write(
                        Map.of("map.10", "b", "map.2", "カス Ünal", "host", "x", "map", "y", "m" + "9".repeat(20), "z")))
                .isEqualTo("host = x\nm" + "9".repeat(20) + " = z\nmap = y\nmap.2 = カス Ünal\nmap.10 = b\n");
    }

    @Test
    void namesAreAskedForWithTheirKey() {
        assertThat(ConfigurationText.read("# ${a}\nfile = ${b}/x\n", (key, name) -> key + "-" + name))
                .isEqualTo(Map.of("file", "file-b/x"));
    }
}
