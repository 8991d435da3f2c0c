package org.clientele.backend.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.clientele.spi.TestRun;

/** Whether one server is there, and who it is, before anybody signs in. */
final class ServerTrial {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Server server;
    private final TestRun run;

    ServerTrial(Server server, TestRun run) {
        this.server = server;
        this.run = run;
    }

    /** Does the steps for this server and tells whether it may be asked further. */
    boolean answers() {
        Optional<InetAddress[]> addresses = run.step("name-resolution", LIMIT, this::resolved);
        if (addresses.isEmpty()) {
            skip("connect", "tls");
            return false;
        }
        Optional<Socket> socket = run.step("connect", LIMIT, report -> connected(addresses.get(), report));
        if (socket.isEmpty()) {
            skip("tls");
            return false;
        }
        try (Socket open = socket.get()) {
            return !server.tls()
                    || run.step(
                                    "tls",
                                    LIMIT,
                                    report -> new TlsTrial(server, TlsTrial.ofThePlatform()).look(open, report))
                            .isPresent();
        } catch (IOException e) {
            return true; // it was there, and is being let go of
        }
    }

    private void skip(String... steps) {
        Arrays.stream(steps).filter(step -> server.tls() || !step.equals("tls")).forEach(run::skip);
    }

    private InetAddress[] resolved(StepReport report) throws FailedException {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(server.host());
            report.say(server.host() + " is "
                    + Arrays.stream(addresses).map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            return addresses;
        } catch (UnknownHostException e) {
            throw report.failure("The name " + server.host() + " is not known here; check host, and the name service");
        }
    }

    /** One address after the other, as long as there is time. */
    private Socket connected(InetAddress[] addresses, StepReport report) throws FailedException {
        String failure = "";
        for (InetAddress address : addresses) {
            InetSocketAddress place = new InetSocketAddress(address, server.port());
            Socket socket = new Socket();
            try {
                int limit = Math.max(1, report.deadline().remainingMillis() / addresses.length);
                socket.connect(place, limit);
                socket.setSoTimeout(report.deadline().remainingMillis());
                report.say(server + " answers at " + address.getHostAddress());
                return socket;
            } catch (IOException e) {
                failure = reason(e);
                report.detail(address.getHostAddress() + ": " + failure);
                close(socket);
            }
        }
        throw report.failure(server + " cannot be reached: " + failure);
    }

    private static String reason(IOException e) {
        return e instanceof SocketTimeoutException ? "no answer in time" : String.valueOf(e.getMessage());
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket that was never connected can be closed", e);
        }
    }
}
