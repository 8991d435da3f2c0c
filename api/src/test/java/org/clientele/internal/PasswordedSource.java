package org.clientele.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A source in memory that knows passwords, and notes about whom it was asked. */
final class PasswordedSource implements CustomerUserSource, AuthenticatingSource {
    private final MemorySource records;
    private final Map<String, String> passwords;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean slow;
    private volatile @Nullable Reason failing;

    PasswordedSource(MemorySource records, Map<String, String> passwords) {
        this.records = records;
        this.passwords = passwords;
    }

    List<String> asked() {
        return asked;
    }

    /** From now on every check takes until {@link #goOn}. */
    void slow() {
        slow = true;
    }

    void goOn() {
        gate.countDown();
    }

    /** From now on passwords cannot be checked. */
    void failing(Reason reason) {
        failing = reason;
    }

    @Override
    public boolean authenticate(String id, Password password, Deadline deadline) throws SourceUnavailableException {
        asked.add(id);
        if (slow) {
            awaitGate();
        }
        Reason reason = failing;
        if (reason != null) {
            throw new SourceUnavailableException(reason, "Told to fail");
        }
        return password.clear().equals(passwords.get(id));
    }

    private void awaitGate() throws SourceUnavailableException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TIME_OUT, "Interrupted", e);
        }
    }

    @Override
    public SourceDescription description() {
        return records.description();
    }

    @Override
    public SourceCondition condition() {
        return records.condition();
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        return records.find(id, deadline);
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return records.search(query, deadline);
    }
}
