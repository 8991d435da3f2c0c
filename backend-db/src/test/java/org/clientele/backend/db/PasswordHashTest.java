package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private static final Password PASSWORD = Password.of("secret");

    @Test
    void whoWaitsForHisTurnInVainIsNotTakenForASlowDatabase() throws Exception {
        PasswordHash hash = new PasswordHash(PasswordFormat.ARGON2ID);
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> keepBusy(hash, enough));
            busy.add(thread);
            thread.start();
        }
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> refusal(hash).equals(Optional.of(Reason.SKIPPED)));
        } finally {
            enough.set(true);
            for (Thread thread : busy) {
                thread.join();
            }
        }
        assertThat(hash.of(PASSWORD, TestSource.soon())).as("afterwards").isNotEmpty();
    }

    @Test
    void aCancelledCallEndsAndStaysCancelled() {
        PasswordHash hash = new PasswordHash(PasswordFormat.ARGON2ID);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> hash.accepts(PASSWORD, Optional.empty(), true, TestSource.soon()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Optional<Reason> refusal(PasswordHash hash) {
        try {
            hash.of(PASSWORD, Deadline.in(Duration.ZERO));
            return Optional.empty();
        } catch (SourceUnavailableException e) {
            return Optional.of(e.reason());
        }
    }

    private static void keepBusy(PasswordHash hash, AtomicBoolean enough) {
        while (!enough.get()) {
            refusal(hash);
        }
    }
}
