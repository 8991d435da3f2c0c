package org.clientele.backend.ldap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers the first thing that it hears with some bytes, and then says nothing more. */
final class RawServer implements AutoCloseable {
    /** That StartTLS is fine, as the answer to the first request of a connection. */
    static final String START_TLS = "300c02010178070a010004000400";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final byte[] answer;
    private final boolean hangUp;

    /** @param hangUp whether it closes the connection after its answer */
    RawServer(byte[] answer, boolean hangUp) throws IOException {
        this.answer = answer.clone();
        this.hangUp = hangUp;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The connections that the other side keeps open. */
    int connections() {
        return open.size();
    }

    /** Everything that was said to it. */
    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // closed from outside: the loop ends
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        byte[] buffer = new byte[8192];
        boolean answered = false;
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                synchronized (heard) {
                    heard.write(buffer, 0, length);
                }
                if (!answered) {
                    out.write(answer);
                    out.flush();
                    answered = true;
                }
                if (hangUp) {
                    break;
                }
            }
        } catch (IOException e) {
            // the other side has gone in its own way
            open.remove(socket);
        }
        open.remove(socket);
    }
}
