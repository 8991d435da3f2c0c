package org.clientele.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log is told of a {@link Gate}: each kind of failure at most once a minute, however often it happens. */
final class GateLog {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final Map<Reason, Long> told = new ConcurrentHashMap<>();
    private final AtomicBoolean toldAway = new AtomicBoolean();

    GateLog(String name) {
        this.name = name;
    }

    /** @param away whether the thing cannot be asked at all at the moment */
    void failed(SourceUnavailableException failure, boolean away) {
        LOG.debug("{} cannot be asked", name, failure);
        if (isNews(failure.reason())) {
            toldAway.compareAndSet(false, away);
            write(failure, String.valueOf(failure.getMessage()));
        }
    }

    void answersAgain() {
        if (toldAway.getAndSet(false)) {
            LOG.info("{} answers again", name);
        }
    }

    /** The called thing broke its contract: that is for its author to see, whole. */
    void broke(@Nullable Throwable fault) {
        LOG.error("{} failed unexpectedly", name, fault);
    }

    private boolean isNews(Reason reason) {
        long now = System.nanoTime();
        return told.compute(reason, (same, last) -> last == null || now - last >= PAUSE_NANOS ? now : last) == now;
    }

    /** The trace is for those who look for more. */
    private void write(SourceUnavailableException failure, String message) {
        switch (failure.reason()) {
            case WAITING -> LOG.info("{} cannot be asked yet: {}", name, message);
            case REQUEST -> LOG.warn("{} refused a request: {}", name, message, failure);
            case CONNECTION, TIME_OUT, SKIPPED, MISCONFIGURED -> LOG.warn("{} cannot be asked: {}", name, message);
        }
    }
}
