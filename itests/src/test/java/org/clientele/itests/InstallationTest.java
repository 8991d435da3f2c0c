package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.SourceState;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** The umbrella feature in a vanilla Karaf. */
public class InstallationTest extends KarafTest {

    @javax.inject.Inject
    private ServiceComponentRuntime components;

    @Test
    public void allBundlesAreActive() {
        Map<String, Integer> states = new TreeMap<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.clientele."))
                .forEach(bundle -> states.put(bundle.getSymbolicName(), bundle.getState()));
        Map<String, Integer> expected = new TreeMap<>();
        // the test kit is what the tests brought
        for (String name : new String[] {"admin", "api", "backend.db", "backend.ldap", "shell", "store", "testkit"}) {
            expected.put("org.clientele." + name, Bundle.ACTIVE);
        }
        assertThat(states).isEqualTo(expected);
    }

    @Test
    public void everyLibraryIsStarted() {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.adapt(BundleRevision.class).getTypes() != BundleRevision.TYPE_FRAGMENT)
                .filteredOn(bundle -> bundle.getState() != Bundle.ACTIVE)
                .extracting(Bundle::getSymbolicName)
                .isEmpty();
    }

    @Test
    public void liveFilesAreThere() {
        Path etc = Path.of(System.getProperty("karaf.etc"));
        assertThat(etc.resolve("org.ops4j.datasource-clientele.cfg")).exists();
        assertThat(etc.resolve("org.clientele.backend.db-CustomerUser.cfg")).exists();
        assertThat(etc.resolve("org.clientele.backend.db.customers-CustomerCompany.cfg"))
                .exists();
    }

    @Test
    public void theTablesAreMigratedAndTheSourcesReady() throws Exception {
        awaitState("CustomerUser", SourceState.READY);
        within(20)
                .untilAsserted(() -> assertThat(customers.sources())
                        .singleElement()
                        .satisfies(status -> assertThat(status.state()).isEqualTo(SourceState.READY)));
        within(20).untilAsserted(() -> assertThat(list("").notices()).isEmpty());
    }

    @Test
    public void noComponentFailed() {
        assertThat(components.getComponentDescriptionDTOs())
                .filteredOn(description -> description.bundle.symbolicName.startsWith("org.clientele."))
                .flatExtracting(components::getComponentConfigurationDTOs)
                .filteredOn(component -> component.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .extracting(component -> component.description.name + ": " + component.failure)
                .isEmpty();
    }
}
