package org.clientele.backend.ldap;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;

/** What a server shows of itself in a TLS handshake, which is the one of every other connection; nobody signs in. */
final class TlsTrial {
    private static final long WARNING_DAYS = 30;

    private final Server server;
    private final Access access;
    private final List<ShownChain> shown = new ArrayList<>();

    TlsTrial(Server server, Access access) {
        this.server = server;
        this.access = access;
    }

    boolean look(StepReport report) throws FailedException, InterruptedException {
        try {
            shakeHands(Duration.ofMillis(report.deadline().remainingMillis()));
        } catch (LdapException | RuntimeException e) {
            tell(report);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            throw report.failure(server + ": " + Faults.rootMessage(e));
        }
        report.say(protocol() + ", the certificate names " + server.host() + " and is trusted");
        tell(report);
        return true;
    }

    private void shakeHands(Duration limit) throws LdapException {
        SSLContext context = new TlsContexts(access.tls()).context(this::watched);
        try (IoThreads threads = new IoThreads();
                BoundConnection connection = new BoundConnection(
                        server,
                        Opener.config(server, access.charset(), limit),
                        Optional.of(context),
                        access.charset(),
                        threads)) {
            connection.open();
        }
    }

    private X509ExtendedTrustManager watched(X509ExtendedTrustManager trust) {
        ShownChain chain = new ShownChain(trust);
        shown.add(chain);
        return chain;
    }

    private String protocol() {
        return shown.stream()
                .map(ShownChain::protocol)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("TLS");
    }

    private void tell(StepReport report) {
        shown.forEach(chain -> chain.certificates().forEach(certificate -> tell(certificate, report)));
    }

    private static void tell(X509Certificate certificate, StepReport report) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = Duration.between(Instant.now(), end).toDays();
        String line = certificate.getSubjectX500Principal().getName() + ", until "
                + end.atOffset(ZoneOffset.UTC).toLocalDate();
        if (end.isBefore(Instant.now())) {
            report.warn(line + ", expired");
        } else if (days < WARNING_DAYS) {
            report.warn(line + ", " + days + " days left; renew it");
        } else {
            report.detail(line + ", " + days + " days left");
        }
    }
}
