package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.clientele.spi.TestRun;

/**
 * The test of a source in a directory: every server is looked at, and one of them, the first that answers, is asked to let us
 * in; whatever it says, no other is asked, because each refusal brings an account nearer to being locked.
 */
final class LdapTrial {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TestRun run;
    private final LdapSettings settings;

    LdapTrial(Map<String, Object> draft, TestRun run) {
        this.run = run;
        this.settings = new LdapSettingsReader(draft).read();
    }

    void run() {
        if (!run.settings(settings.findings())) {
            run.skip("name-resolution", "connect", "bind", "root", "base", "filters", "entries");
            return;
        }
        List<Server> answering = new ArrayList<>();
        for (Server server : settings.access().servers()) {
            if (new ServerTrial(server, settings.access(), run).answers()) {
                answering.add(server);
            }
        }
        if (answering.isEmpty()) {
            run.skip("bind", "root", "base", "filters", "entries");
        } else {
            bind(answering.get(0));
        }
    }

    private void bind(Server server) {
        Access alone = alone(server);
        LongSupplier clock = System::nanoTime;
        try (Opener opener = new Opener(alone, new Servers(alone.servers(), clock), clock);
                Referrals referrals = new Referrals(settings.description().slot(), alone, clock)) {
            Optional<BoundConnection> connection = run.step("bind", LIMIT, report -> bound(opener, server, report));
            if (connection.isPresent()) {
                new EntryTrial(settings, connection.get(), referrals, run).run();
            } else {
                run.skip("root", "base", "filters", "entries");
            }
        }
    }

    private BoundConnection bound(Opener opener, Server server, StepReport report)
            throws FailedException, InterruptedException {
        try {
            BoundConnection connection = opener.open();
            report.say(server + " lets " + whom() + " in");
            return connection;
        } catch (LdapException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw report.failure(
                    e instanceof BoundConnection.RefusedBindException
                            ? Faults.rootMessage(e)
                            : server + ": " + Faults.rootMessage(e));
        }
    }

    private String whom() {
        Identity identity = settings.access().identity();
        if (identity instanceof Identity.Simple simple) {
            return simple.dn();
        }
        return identity instanceof Identity.External ? "the holder of the certificate" : "anybody";
    }

    /** How this one server is reached, in the time of a step. */
    private Access alone(Server server) {
        Access access = settings.access();
        Duration limit = access.timeout().compareTo(LIMIT) > 0 ? LIMIT : access.timeout();
        return new Access(
                List.of(server), access.identity(), access.tls(), access.referrals(), access.charset(), limit, limit);
    }
}
