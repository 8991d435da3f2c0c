package org.clientele.backend.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Passes on what is said to a server and what it answers; it can keep, hold and delay answers, and hang up. */
final class Relay implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch answers = new CountDownLatch(0);

    Relay(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void setSilent(boolean silent) {
        this.silent = silent;
    }

    /** From now on each part of an answer waits so long. */
    void setDelay(Duration newDelay) {
        delay = newDelay;
    }

    /** From now on answers wait until they are released; what is asked goes on. */
    void holdAnswers() {
        answers = new CountDownLatch(1);
    }

    void releaseAnswers() {
        answers.countDown();
    }

    /** Closes all connections that there are now, in both directions; not those that somebody opens anew meanwhile. */
    void hangUp() throws IOException {
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }

    /** The connections that are open at the moment. */
    long connections() {
        return sockets.stream().filter(socket -> !socket.isClosed()).count() / 2;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        hangUp();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // closed from outside: the loop ends
                continue;
            }
        }
    }

    /** Hangs up if the server is away. */
    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            threads.execute(() -> pump(client, server, false));
            threads.execute(() -> pump(server, client, true));
        } catch (IOException e) {
            client.close();
        }
    }

    private void pump(Socket from, Socket to, boolean back) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (back) {
                    LockSupport.parkNanos(delay.toNanos());
                    answers.await();
                }
                if (!(back && silent)) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            sockets.remove(from);
        } catch (InterruptedException e) {
            // closed from outside
            Thread.currentThread().interrupt();
        }
        sockets.remove(from);
        sockets.remove(to);
    }
}
