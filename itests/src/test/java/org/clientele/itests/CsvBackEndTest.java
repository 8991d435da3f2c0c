package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.clientele.Answer;
import org.clientele.Outcome;
import org.clientele.SourceState;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** The sample back end, installed into a system that runs: a bundle with a PID of its own, and a file of people. */
public class CsvBackEndTest extends KarafTest {
    private static final String FEATURE = "clientele-backend-csv";
    private static final String BUNDLE = "org.clientele.samples.csv";
    private static final String LIBRARY = "org.apache.commons.commons-csv";
    private static final String SLOT = "CustomerUser5";
    private static final double LIMIT = 10;

    @Inject
    private FeaturesService features;

    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final BundleListener stops = this::note;
    private Path example;
    private Path configuration;
    private Path people;

    @Before
    public void install() throws Exception {
        Path etc = Path.of(System.getProperty("karaf.etc"));
        example = etc.resolve("org.clientele.samples.csv-people.cfg.example");
        configuration = etc.resolve("org.clientele.samples.csv-people.cfg");
        people = Path.of(System.getProperty("karaf.data"), "csv-people.csv");
        context.addBundleListener(stops);
        features.installFeature(FEATURE, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        Files.writeString(
                configuration, "slot = " + SLOT + "\nname = People of a file\nfile = ${karaf.data}/csv-people.csv\n");
    }

    @After
    public void uninstall() throws Exception {
        Files.deleteIfExists(configuration);
        within(LIMIT).until(() -> status(SLOT).isEmpty());
        Files.deleteIfExists(people);
        features.uninstallFeature(FEATURE, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        Files.deleteIfExists(example);
        context.removeBundleListener(stops);
        assertThat(stopped)
                .as("bundles besides its own that stopped when it came and went")
                .isEmpty();
    }

    @Test
    public void peopleOfAFileComeChangeAndWaitForTheirBundle() throws Exception {
        assertThat(example).exists();
        awaitState(SLOT, SourceState.WAITING);
        assertThat(status(SLOT).orElseThrow().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is not there", people.toString()));

        write("csv-ünal", "csv-anna");
        within(LIMIT).untilAsserted(() -> assertThat(logins("csv")).containsExactly("csv-anna", "csv-ünal"));
        awaitState(SLOT, SourceState.READY);
        assertThat(status(SLOT).orElseThrow().name()).isEqualTo("People of a file");
        assertThat(find("CSV-Anna")).isInstanceOf(Answer.Found.class);

        write("csv-anna", "csv-カス");
        within(LIMIT).untilAsserted(() -> {
            assertThat(logins("csv")).containsExactly("csv-anna", "csv-カス");
            assertThat(find("csv-ünal")).isInstanceOf(Answer.NotFound.class);
        });

        bundle().stop();
        within(LIMIT).untilAsserted(() -> {
            assertThat(status(SLOT).orElseThrow().state()).isEqualTo(SourceState.WAITING);
            assertThat(find("csv-anna")).isInstanceOf(Answer.Unavailable.class);
            assertThat(list("csv").sources())
                    .anySatisfy(report -> assertThat(report.outcome()).isEqualTo(Outcome.WAITING));
        });

        bundle().start();
        within(LIMIT).untilAsserted(() -> assertThat(find("csv-anna")).isInstanceOf(Answer.Found.class));
    }

    private void note(BundleEvent event) {
        String name = event.getBundle().getSymbolicName();
        if (event.getType() == BundleEvent.STOPPED && !name.equals(BUNDLE) && !name.equals(LIBRARY)) {
            stopped.add(name);
        }
    }

    private Bundle bundle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(BUNDLE))
                .findFirst()
                .orElseThrow();
    }

    /** Beside the file and then in its place, as a program should that writes one. */
    private void write(String... logins) throws IOException {
        StringBuilder lines = new StringBuilder("login,email,customer_id,first_name,last_name\n");
        for (String login : logins) {
            lines.append(login).append(',').append(Math.abs(login.hashCode())).append("@example.org,its,Csv,O'Brien\n");
        }
        Path next = Files.writeString(people.resolveSibling("csv-people.next"), lines);
        Files.move(next, people, StandardCopyOption.ATOMIC_MOVE);
    }
}
