package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InMemoryTestableLdapTest extends TestableLdapContract {
    private InMemoryDirectory directory;

    @BeforeAll
    void startServer() throws Exception {
        directory = new InMemoryDirectory();
    }

    @AfterAll
    void stopServer() {
        directory.close();
    }

    @Override
    TestDirectory directory() {
        return directory;
    }

    @Override
    TestDirectory another() throws Exception {
        return new InMemoryDirectory();
    }

    @Test
    void nobodySignsInMoreThanOnceWhateverComesOfIt() throws Exception {
        int before = directory.binds();
        test(here());
        assertThat(directory.binds()).isEqualTo(before + 1);
        test(here(), "userPw", "planted-wrong");
        assertThat(directory.binds()).isEqualTo(before + 2);
        try (Relay other = new Relay(directory.port())) {
            test("127.0.0.1:" + other.port() + " " + here(), "userPw", "planted-wrong");
            assertThat(directory.binds()).isEqualTo(before + 3);
        }
    }

    @Test
    void aLimitOfTheServerMakesANumberALowerBound() throws Exception {
        directory.limit(2);
        try {
            assertThat(step(test(here()), "filters").message()).isEqualTo("at least 2 entries with uid below baseDn");
        } finally {
            directory.limit(0);
        }
    }

    @Test
    void aServerThatKeepsSilentEndsTheStepInTimeAndNothingIsLeftOpen() throws Exception {
        try (Relay relay = new Relay(directory.port())) {
            relay.setSilent(true);
            long start = System.nanoTime();
            List<TestStep> steps = test("127.0.0.1:" + relay.port(), "timeout", "0.5");
            assertThat(step(steps, "bind").result()).isEqualTo(Result.FAILED);
            assertThat(step(steps, "bind").message()).contains("no answer within the time limit");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            await().until(() -> relay.connections() == 0);
            relay.setSilent(false);
            test("127.0.0.1:" + relay.port());
            await().until(() -> relay.connections() == 0);
        }
    }

    @Test
    void aDraftBeginsWithTheShippedExampleAndKeepsThePasswordFromOtherServers() throws Exception {
        TestableLdap backEnd = new TestableLdap();
        try (InputStream example = backEnd.example().orElseThrow().openStream()) {
            assertThat(example)
                    .hasBinaryContent(Files.readAllBytes(
                            Path.of("src/main/etc/org.clientele.backend.ldap-CustomerUser1.cfg.example")));
        }
        assertThat(backEnd.keysThatDecideWhoGetsSecrets())
                .contains("host", "port", "tls", "trustStore", "bind", "userDn", "referrals", "referralHosts")
                .doesNotContain("baseDn", "alwaysFilter", "userPw");
        assertThat(backEnd.ofCustomers()).isFalse();
    }
}
