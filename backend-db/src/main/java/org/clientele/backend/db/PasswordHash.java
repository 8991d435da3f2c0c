package org.clientele.backend.db;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clientele.Password;
import org.clientele.spi.Deadline;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes the stored form of a password: Argon2id as a PHC string, with a new salt each time. */
final class PasswordHash {
    static final String FORMAT = "argon2id";

    // the parameters that OWASP recommends first: 19 MiB, two passes, one lane
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

    // more at once than processors would only make all of them late
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** The stored form, empty if the deadline passed, or the call was cancelled, before its turn came. */
    Optional<String> of(Password password, Deadline deadline) {
        try {
            if (!turns.tryAcquire(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(encoder.encode(password.clear()));
        } finally {
            turns.release();
        }
    }
}
