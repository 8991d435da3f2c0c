package org.clientele.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;

/** A thread that asks a source until that is closed, and a little longer. */
final class Caller {
    private static final int CALLS_AFTER_THE_END = 3;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final CustomerUserSource source;
    private final List<String> everybody;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile String fault = "";
    private volatile String refusal = "no call was answered";

    Caller(CustomerUserSource source, List<TestPerson> people) {
        this.source = source;
        this.everybody = people.stream().map(TestPerson::login).toList();
        this.thread = new Thread(this::ask, "caller");
        thread.setUncaughtExceptionHandler((t, e) -> fault = e.toString());
        thread.start();
    }

    boolean hasAskedWithin(Duration limit) throws InterruptedException {
        return asked.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the end, which comes some calls after the source was closed. */
    boolean endsWithin(Duration limit) throws InterruptedException {
        closed = true;
        thread.join(limit.toMillis());
        return !thread.isAlive();
    }

    /** Why the last call was not answered. */
    String refusal() {
        return refusal;
    }

    /** What came that must not come, empty if nothing did. */
    String fault() {
        return fault;
    }

    private void ask() {
        int afterTheEnd = 0;
        while (fault.isEmpty() && afterTheEnd < CALLS_AFTER_THE_END) {
            afterTheEnd += closed ? 1 : 0;
            try {
                askOnce();
                asked.countDown();
            } catch (SourceUnavailableException e) {
                refusal = e.toString();
            }
        }
    }

    private void askOnce() throws SourceUnavailableException {
        if (source.find(everybody.get(0), Deadline.in(LIMIT)).isEmpty()) {
            fault = "find(\"" + everybody.get(0) + "\") said that there is nobody";
        }
        List<String> listed = source.search(Probe.EVERYBODY, Deadline.in(LIMIT)).records().stream()
                .map(SourceRecord::id)
                .toList();
        if (!listed.equals(everybody)) {
            fault = "the list of everybody was: " + Wording.quoted(listed);
        }
    }
}
