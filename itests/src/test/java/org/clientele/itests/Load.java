package org.clientele.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Several threads that ask without pause, each its own kind of question, and note every answer that is wrong. */
final class Load implements AutoCloseable {
    private static final int MOST_KINDS = 50;

    /** One request; it throws an {@link AssertionError} or an exception where the answer is wrong. */
    @FunctionalInterface
    interface Request {
        void run() throws Exception;
    }

    private final Map<String, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> wrong = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch begun;
    private volatile boolean going = true;

    Load(Map<String, Request> requests) {
        begun = new CountDownLatch(requests.size());
        requests.forEach((name, request) -> threads.add(new Thread(() -> repeat(name, request), "load-" + name)));
        threads.forEach(Thread::start);
    }

    /** Waits until each kind of request was answered once. */
    void awaitBegin() throws InterruptedException {
        if (!begun.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Answered so far: " + answered + ", wrong: " + wrong);
        }
    }

    /** How many requests of each kind were answered. */
    Map<String, Long> answered() {
        return sums(answered);
    }

    /** What was wrong, and how often. */
    Map<String, Long> wrong() {
        return sums(wrong);
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            if (thread.isAlive()) {
                note(thread.getName() + " hangs");
            }
        }
    }

    private void repeat(String name, Request request) {
        boolean first = true;
        while (going) {
            try {
                request.run();
            } catch (Exception | Error e) {
                note(name + ": " + e);
            }
            answered.computeIfAbsent(name, n -> new LongAdder()).increment();
            if (first) {
                begun.countDown();
                first = false;
            }
        }
    }

    private void note(String what) {
        if (wrong.size() < MOST_KINDS) {
            wrong.computeIfAbsent(what, w -> new LongAdder()).increment();
        }
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }
}
