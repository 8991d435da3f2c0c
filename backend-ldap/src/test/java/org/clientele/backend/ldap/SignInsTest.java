package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a wrong password in a configuration does not lock an account, however many callers there are. */
class SignInsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private InMemoryDirectory directory;

    @BeforeEach
    void startServer() throws Exception {
        LdapLibrary.start();
        directory = new InMemoryDirectory();
        directory.load(Person.entries(Person.of(1, "a")));
    }

    @AfterEach
    void stopServer() {
        directory.close();
    }

    private LdapSource source(String password) {
        return new LdapSource(
                Map.of(
                        "service.pid",
                        LdapSourceComponent.PID + "~CustomerUser1",
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(directory.port()),
                        "baseDn",
                        TestDirectory.BASE,
                        "scope",
                        "sub",
                        "userDn",
                        TestDirectory.ADMIN,
                        "userPw",
                        password),
                now::get);
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return catchThrowableOfType(
                SourceUnavailableException.class, () -> source.find("a", Deadline.in(Duration.ofSeconds(20))));
    }

    @Test
    void manyCallersAtOnceTryAWrongPasswordOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(24);
        try (LdapSource source = source("wrong-password")) {
            List<Callable<SourceUnavailableException>> calls = new ArrayList<>();
            for (int i = 0; i < 96; i++) {
                calls.add(() -> failure(source));
            }
            for (Future<SourceUnavailableException> call : callers.invokeAll(calls)) {
                assertThat(call.get().reason()).isEqualTo(Reason.CONNECTION);
                assertThat(call.get())
                        .hasMessageContaining("refused the sign-in of userDn: invalidCredentials")
                        .hasMessageNotContaining("wrong-password");
            }
            assertThat(directory.binds()).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void eachTimeItIsTriedAgainLater() {
        try (LdapSource source = source("wrong-password")) {
            int seconds = 0;
            List<Integer> tries = new ArrayList<>();
            for (; seconds < 7200; seconds += 10) {
                int before = directory.binds();
                failure(source);
                if (directory.binds() > before) {
                    tries.add(seconds);
                }
                now.addAndGet(Duration.ofSeconds(10).toNanos());
            }
            assertThat(tries).containsExactly(0, 300, 900, 2100, 3900, 5700);
        }
    }

    @Test
    void whileItRestsItIsSaidForHowLong() {
        try (LdapSource source = source("wrong-password")) {
            assertThat(failure(source)).hasMessageNotContaining("not tried again");
            now.addAndGet(Duration.ofSeconds(20).toNanos());
            assertThat(failure(source))
                    .hasMessageContaining(
                            "invalidCredentials; not tried again for 281 s, so that the account is not locked");
        }
    }

    @Test
    void aPasswordThatIsRightAgainIsTakenAndForgetsWhatWas() throws Exception {
        try (LdapSource source = source(TestDirectory.ADMIN_PASSWORD)) {
            assertThat(source.find("a", Deadline.in(Duration.ofSeconds(20)))).isPresent();
            assertThat(directory.binds()).isEqualTo(1);
        }
    }
}
