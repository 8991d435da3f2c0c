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
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.clientele.spi.TestRun;

/** Whether one server is there, and who it is, before anybody signs in. */
final class ServerTrial {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Server server;
    private final Access access;
    private final TestRun run;

    ServerTrial(Server server, Access access, TestRun run) {
        this.server = server;
        this.access = access;
        this.run = run;
    }

    /** Does the steps for this server and tells whether it may be asked further. */
    boolean answers() {
        Optional<InetAddress[]> addresses = run.step("name-resolution", LIMIT, this::resolved);
        if (addresses.isEmpty()) {
            skip("connect", "tls");
            return false;
        }
        if (run.step("connect", LIMIT, report -> connected(addresses.get(), report))
                .isEmpty()) {
            skip("tls");
            return false;
        }
        return !hasTls()
                || run.step("tls", LIMIT, new TlsTrial(server, access)::look).isPresent();
    }

    private boolean hasTls() {
        return server.encryption() != Encryption.NONE;
    }

    private void skip(String... steps) {
        Arrays.stream(steps).filter(step -> hasTls() || !step.equals("tls")).forEach(run::skip);
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
    private boolean connected(InetAddress[] addresses, StepReport report) throws FailedException {
        String failure = "";
        for (InetAddress address : addresses) {
            InetSocketAddress place = new InetSocketAddress(address, server.port());
            try (Socket socket = new Socket()) {
                int limit = Math.max(1, report.deadline().remainingMillis() / addresses.length);
                socket.connect(place, limit);
                report.say(server + " answers at " + address.getHostAddress());
                return true;
            } catch (IOException e) {
                failure = reason(e);
                report.detail(address.getHostAddress() + ": " + failure);
            }
        }
        throw report.failure(server + " cannot be reached: " + failure);
    }

    private static String reason(IOException e) {
        return e instanceof SocketTimeoutException ? "no answer in time" : String.valueOf(e.getMessage());
    }
}
