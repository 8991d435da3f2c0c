package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.Outcome;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.itests.SecurePeople.Way;
import org.clientele.testkit.server.TestCa;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.cm.Configuration;

/** Directories are read over TLS, configured as docs/ldap.md says, from OpenLDAP. */
public class LdapTlsTest extends KarafTest {
    private static final Map<Way, String> SLOTS = Map.of(Way.STARTTLS, "CustomerUser6", Way.LDAPS, "CustomerUser7");
    private static final String DISTRUSTING = "CustomerUser8";

    /** The logger of the library below that writes an error with a stack for each handshake that fails. */
    private static final String HANDSHAKES = "org.apache.mina.filter.ssl.SslHandler";

    private static final int PEOPLE = 20;
    private static final double LIMIT = 20;

    @Inject
    private SessionFactory sessions;

    private final List<Path> files = new ArrayList<>();
    private SecurePeople people;

    @Before
    public void startServer() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
        people = new SecurePeople(PEOPLE);
    }

    @After
    public void stopServer() throws Exception {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        takeConfigurationsAway();
        within(LIMIT)
                .untilAsserted(() ->
                        assertThat(customerUsers.sources()).noneMatch(source -> SLOTS.containsValue(source.slot())));
        people.close();
        shell().run("log:set DEFAULT " + HANDSHAKES);
    }

    @Test
    public void peopleAreReadWithStartTlsAndLdapsAsTheGuideSays() throws Exception {
        files.add(SecurePeople.write(SecurePeople.etc(), SLOTS.get(Way.STARTTLS), people.configuration(Way.STARTTLS)));
        files.add(SecurePeople.writeJson(SecurePeople.etc(), SLOTS.get(Way.LDAPS), people.configuration(Way.LDAPS)));
        for (Way way : Way.values()) {
            within(LIMIT).untilAsserted(() -> assertThat(find(way.login(1))).isInstanceOf(Answer.Found.class));
            assertThat(status(SLOTS.get(way)).orElseThrow().state()).isEqualTo(SourceState.READY);
            assertThat(status(SLOTS.get(way)).orElseThrow().findings()).isEmpty();
            assertThat(shell().run("customer-user:test-source --no-format " + SLOTS.get(way)))
                    .contains("tls\twarned", "TLSv1.3, the certificate names 127.0.0.1 and is trusted")
                    .containsPattern("tls\tdetail\t\tCN=its server, until 20\\d\\d-\\d\\d-\\d\\d, \\d+ days left")
                    .containsPattern("tls\tdetail\t\tCN=Its CA,O=O'Brien, until 20\\d\\d-\\d\\d-\\d\\d")
                    .contains("bind\tpassed", "entries\tpassed");
        }
        assertThat(logins("tls- 7")).containsExactlyInAnyOrder(Way.LDAPS.login(7), Way.STARTTLS.login(7));
    }

    @Test
    public void aSourceWhoseCaIsNotTrustedIsUnavailableAndSaysSo() throws Exception {
        Path folder = Files.createTempDirectory("its");
        files.add(folder);
        shell().run("log:set OFF " + HANDSHAKES);
        KarafLog log = KarafLog.fromNow();
        Footprint before = Footprint.of(context);
        Path other = new TestCa("CN=Other CA").savePem(folder.resolve("other-ca.pem"));
        files.add(0, other);
        for (Way way : Way.values()) {
            Map<String, String> keys = people.configuration(way);
            Path draft = SecurePeople.write(folder, DISTRUSTING, keys);
            files.add(0, draft);
            assertThat(shell().run("customer-user:test-source --no-format --file " + draft))
                    .contains("tls\twarned", "entries\tpassed");
            keys.put("trustStore", other.toString());
            SecurePeople.write(folder, DISTRUSTING, keys);
            shell().assertRefused("customer-user:test-source --file " + draft, "comes from no CA that we trust");

            configure(LDAP, DISTRUSTING, keys);
            awaitState(DISTRUSTING, SourceState.UNAVAILABLE);
            assertThat(status(DISTRUSTING)
                            .orElseThrow()
                            .lastError()
                            .orElseThrow()
                            .message())
                    .contains("comes from no CA that we trust");
            Page<CustomerUser> page = list("tls");
            assertThat(page.incomplete()).isTrue();
            assertThat(page.sources())
                    .filteredOn(report -> report.source().equals(DISTRUSTING))
                    .extracting(SourceReport::outcome)
                    .first()
                    .isIn(Outcome.FAILED, Outcome.SKIPPED);
            takeConfigurationsAway();
        }
        within(10)
                .untilAsserted(() ->
                        assertThat(Footprint.of(context).leftSince(before)).isEmpty());
        assertThat(log.troubles()).isEmpty();
    }

    @Test
    public void theBundleAndTheSourcesAreSwappedWhileConnectionsAreOpen() throws Exception {
        underLoad(() -> {});
        List<String> dead = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> dead.add(thread.getName() + ": " + failure));
        KarafLog log = KarafLog.fromNow();
        Footprint before = Footprint.of(context);
        try {
            underLoad(this::swap);
            within(30)
                    .untilAsserted(() ->
                            assertThat(Footprint.of(context).leftSince(before)).isEmpty());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        assertThat(dead).as("threads that died").isEmpty();
        assertThat(log.troubles()).as("troubles in the log").isEmpty();
    }

    @FunctionalInterface
    private interface Swaps {
        void run() throws Exception;
    }

    /** With both sources there from the beginning to the end, and not afterwards. */
    private void underLoad(Swaps swaps) throws Exception {
        Map<String, Load.Request> requests = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            configure(LDAP, SLOTS.get(way), people.resolved(way));
            awaitReady(way);
            within(LIMIT).until(() -> find(way.login(0)) instanceof Answer.Found);
            requests.put("look-up-" + way, () -> assertThat(find(way.login(1))).isNotInstanceOf(Answer.NotFound.class));
        }
        requests.put("search", () -> list("tls"));
        Load load = new Load(requests);
        try {
            load.awaitBegin();
            swaps.run();
        } finally {
            load.close();
        }
        assertThat(load.wrong()).isEmpty();
        takeConfigurationsAway();
        within(LIMIT).until(() -> people.connections(Footprint.of(context)) == 0);
    }

    private void swap() throws Exception {
        SwappedBundle bundle = new SwappedBundle(context, LDAP);
        for (int i = 0; i < 8; i++) {
            awaitOpenConnections();
            change("Secure " + i);
        }
        for (int i = 0; i < 2; i++) {
            awaitOpenConnections();
            bundle.stop();
            within(LIMIT).until(() -> people.connections(Footprint.of(context)) == 0);
            bundle.start();
        }
        for (int i = 0; i < 2; i++) {
            awaitOpenConnections();
            bundle.update();
        }
        awaitOpenConnections();
        people.suspend();
        bundle.update();
        people.resume();
        awaitOpenConnections();
        bundle.installAgain(() -> within(LIMIT).until(() -> people.connections(Footprint.of(context)) == 0));
        awaitOpenConnections();
    }

    private void change(String name) throws Exception {
        for (String slot : SLOTS.values()) {
            Configuration configuration = admin.getFactoryConfiguration(LDAP, slot, "?");
            Dictionary<String, Object> properties = configuration.getProperties();
            properties.put("name", name + " of " + slot);
            configuration.update(properties);
        }
        for (String slot : SLOTS.values()) {
            within(LIMIT).until(() -> status(slot).orElseThrow().name().equals(name + " of " + slot));
        }
    }

    private void awaitOpenConnections() {
        for (Way way : Way.values()) {
            awaitReady(way);
            within(LIMIT).until(() -> find(way.login(2)) instanceof Answer.Found);
        }
        assertThat(people.connections(Footprint.of(context))).isGreaterThanOrEqualTo(Way.values().length);
    }

    private void awaitReady(Way way) {
        within(LIMIT)
                .until(() -> status(SLOTS.get(way))
                        .filter(source -> source.state() == SourceState.READY)
                        .isPresent());
    }

    private AdministratorShell shell() {
        return new AdministratorShell(sessions);
    }
}
