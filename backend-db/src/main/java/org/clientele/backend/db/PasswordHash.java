package org.clientele.backend.db;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;

/** Makes and checks stored passwords, by turns: each keeps a processor busy for a while. */
final class PasswordHash {
    private final PasswordFormat format;

    // more at once than processors would only make all of them late
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    PasswordHash(PasswordFormat format) {
        this.format = format;
    }

    /**
     * The form to store.
     *
     * @throws SourceUnavailableException if the deadline passed, or the call was cancelled, before its turn came
     */
    String of(Password password, Deadline deadline) throws SourceUnavailableException {
        return inTurn(deadline, () -> format.encode(password.clear()));
    }

    /**
     * Whether this is the password of somebody who may sign in. A refusal takes about as long whatever its reason: where
     * nothing is stored, or something that is checked quickly, the time of a good format is spent.
     *
     * @param stored the stored form, empty where there is none
     * @param welcome whether the person may sign in at all
     * @throws SourceUnavailableException if the deadline passed, or the call was cancelled, before its turn came
     */
    boolean accepts(Password password, Optional<String> stored, boolean welcome, Deadline deadline)
            throws SourceUnavailableException {
        return inTurn(deadline, () -> {
            Optional<PasswordFormat> known = stored.flatMap(PasswordFormat::of);
            boolean accepted =
                    known.filter(f -> f.matches(password.clear(), stored.get())).isPresent() && welcome;
            PasswordFormat effort = format.isWeak() ? PasswordFormat.ARGON2ID : format;
            if (!accepted && !known.equals(Optional.of(effort))) {
                effort.encode(password.clear());
            }
            return accepted;
        });
    }

    private <T> T inTurn(Deadline deadline, Supplier<T> work) throws SourceUnavailableException {
        try {
            if (!turns.tryAcquire(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                throw new SourceUnavailableException(
                        Reason.SKIPPED, "Not asked, because too many passwords are being checked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TIME_OUT, "The call was cancelled", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
