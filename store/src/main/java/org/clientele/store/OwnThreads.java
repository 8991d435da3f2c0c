package org.clientele.store;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names threads, and gives them this bundle's class loader, so that they hold on to no caller's. */
final class OwnThreads implements ThreadFactory {

    private final String name;
    private final AtomicInteger made = new AtomicInteger();

    private OwnThreads(String name) {
        this.name = name;
    }

    static ThreadFactory named(String name) {
        return new OwnThreads(name);
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        return thread;
    }
}
