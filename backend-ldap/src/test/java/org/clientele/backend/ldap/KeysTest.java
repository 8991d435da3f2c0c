package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientele.spi.Settings;
import org.clientele.testkit.DocumentedKeys;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void everyKeyIsDocumented() throws Exception {
        Settings settings = new Settings(Map.of());
        new LdapSettingsReader(settings).read();

        assertThat(new DocumentedKeys(settings.keys())
                        .describedBy(
                                Path.of("target/classes/OSGI-INF/metatype/org.clientele.backend.ldap.xml"),
                                List.of("de"))
                        .shownIn(Path.of("src/main/etc/org.clientele.backend.ldap-CustomerUser1.cfg.example"))
                        .explainedIn(PAGE, "Keys of every source", "LDAP directories")
                        .columnsExplainedIn(PAGE, "The map")
                        .faults())
                .isEmpty();
    }
}
