package org.clientele.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A server's port on a machine that is far away: its answers come as fast as ever, but each so much later. */
final class LateAnswers implements AutoCloseable {
    private static final int WAITING_CONNECTIONS = 100;
    private static final int CHUNK = 65_536;

    private final ServerSocket listener = new ServerSocket(0, WAITING_CONNECTIONS, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int server;
    private final Duration later;

    /** What the server said, and when the other side is to hear it; nothing where it hung up. */
    private record Said(byte[] bytes, long atNanos) {}

    /** @param server the port of the server on this machine */
    LateAnswers(int server, Duration later) throws IOException {
        this.server = server;
        this.later = later;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException e) {
            // closed from outside, which ends it
            sockets.removeIf(Socket::isClosed);
        }
    }

    private void connect(Socket client) throws IOException {
        Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        target.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(target);
        BlockingQueue<Said> said = new LinkedBlockingQueue<>();
        threads.execute(() -> hear(client, bytes -> target.getOutputStream().write(bytes)));
        threads.execute(() -> {
            hear(target, bytes -> said.add(new Said(bytes, System.nanoTime() + later.toNanos())));
            said.add(new Said(new byte[0], System.nanoTime()));
        });
        threads.execute(() -> say(said, client));
    }

    private interface Listener {
        void heard(byte[] bytes) throws IOException;
    }

    private static void hear(Socket from, Listener listener) {
        try (from) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                listener.heard(Arrays.copyOf(buffer, length));
            }
        } catch (IOException hungUp) {
            // the other side, or the end of the benchmark: the socket is closed either way
            return;
        }
    }

    private static void say(BlockingQueue<Said> said, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Said next = said.take(); next.bytes().length > 0; next = said.take()) {
                for (long wait = next.atNanos() - System.nanoTime();
                        wait > 0;
                        wait = next.atNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                out.write(next.bytes());
            }
        } catch (IOException | InterruptedException ended) {
            // as above
            return;
        }
    }
}
