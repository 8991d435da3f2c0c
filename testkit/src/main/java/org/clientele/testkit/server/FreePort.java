package org.clientele.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback ports for servers that are started some time later, and perhaps more than once: outside the range of which the
 * system takes one for whoever asks for any, and in each process from another place on.
 */
public final class FreePort {
    private static final int FIRST = 11_000;
    /** Below where Linux, as it comes, takes ports for connections. */
    private static final int LAST = 32_000;
    /** How many ports apart two processes begin that were started one after the other. */
    private static final int STRIDE = 97;

    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * STRIDE % (LAST - FIRST)));

    private FreePort() {}

    /**
     * A port that nobody listens on now, never the same one twice in a row. Any number of threads may ask at once.
     *
     * @throws UncheckedIOException if none is free
     */
    public static int next() {
        IOException taken = null;
        for (int tries = FIRST; tries < LAST; tries++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                taken = e;
            }
        }
        throw new UncheckedIOException(new IOException("No port is free", taken));
    }
}
