package org.clientele.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The umbrella feature in a vanilla Karaf. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class InstallationTest {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return Container.options();
    }

    @Test
    public void allBundlesAreActive() {
        Map<String, Integer> states = new TreeMap<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.clientele."))
                .forEach(bundle -> states.put(bundle.getSymbolicName(), bundle.getState()));
        Map<String, Integer> expected = new TreeMap<>();
        for (String name : new String[] {"admin", "api", "backend.db", "backend.ldap", "shell", "store"}) {
            expected.put("org.clientele." + name, Bundle.ACTIVE);
        }
        assertEquals(expected, states);
    }

    @Test
    public void liveFilesAreThere() {
        Path etc = Path.of(System.getProperty("karaf.etc"));
        assertTrue(Files.exists(etc.resolve("org.ops4j.datasource-clientele.cfg")));
        assertTrue(Files.exists(etc.resolve("org.clientele.backend.db-CustomerUser.cfg")));
    }
}
