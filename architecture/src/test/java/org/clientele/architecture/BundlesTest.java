package org.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private static final Set<String> EXPORTING = Set.of("org.clientele.api", "org.clientele.testkit");

    @Test
    void onlyApiAndTestkitExportPackages() throws IOException {
        List<String> exporting = new ArrayList<>();
        for (Path bundle : Modules.bundles()) {
            Attributes headers = headers(bundle);
            if (headers.getValue("Export-Package") != null) {
                exporting.add(headers.getValue("Bundle-SymbolicName"));
            }
        }
        assertThat(exporting).isSubsetOf(EXPORTING);
    }

    @Test
    void noBundleImportsAnotherModulesPackages() throws IOException {
        for (Path bundle : Modules.bundles()) {
            Attributes headers = headers(bundle);
            String imported = String.valueOf(headers.getValue("Import-Package"));
            assertThat(imported)
                    .as("packages imported by %s", headers.getValue("Bundle-SymbolicName"))
                    .doesNotContain(
                            "org.clientele.internal",
                            "org.clientele.backend",
                            "org.clientele.samples",
                            "org.clientele.store");
        }
    }

    private static Attributes headers(Path bundle) throws IOException {
        try (InputStream manifest = Files.newInputStream(bundle.resolve("target/classes/META-INF/MANIFEST.MF"))) {
            return new Manifest(manifest).getMainAttributes();
        }
    }
}
