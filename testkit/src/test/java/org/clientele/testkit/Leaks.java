package org.clientele.testkit;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What leaking sources leave behind, until it is taken away. */
final class Leaks {
    private static final Queue<InputStream> FILES = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static volatile CountDownLatch end = new CountDownLatch(1);

    private Leaks() {}

    static void file() {
        try {
            FILES.add(new FileInputStream("/dev/null"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void thread() {
        CountDownLatch until = end;
        Thread left = new Thread(() -> await(until), "left-" + THREADS.incrementAndGet());
        left.setDaemon(true);
        left.start();
    }

    static void end() throws IOException {
        end.countDown();
        end = new CountDownLatch(1);
        for (InputStream file = FILES.poll(); file != null; file = FILES.poll()) {
            file.close();
        }
    }

    private static void await(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
