package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, Object> draft;
    private final TestRun run;
    private final LdapSettings settings;

    LdapTrial(Map<String, Object> draft, TestRun run) {
        this.draft = draft;
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
            if (new ServerTrial(server, run).answers()) {
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
        try (Opener opener = new Opener(alone, new Servers(alone.servers(), System::nanoTime))) {
            Optional<BoundConnection> connection = run.step("bind", LIMIT, report -> bound(opener, server, report));
            if (connection.isPresent()) {
                new EntryTrial(settings, connection.get(), run).run();
            } else {
                run.skip("root", "base", "filters", "entries");
            }
        }
    }

    private BoundConnection bound(Opener opener, Server server, StepReport report)
            throws FailedException, InterruptedException {
        try {
            BoundConnection connection = opener.create();
            report.say(server
                    + settings.access()
                            .credentials()
                            .map(credentials -> " lets " + credentials.dn() + " in")
                            .orElse(" lets us in without a name"));
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

    /** How this one server is reached, in the time of a step. */
    private Access alone(Server server) {
        Map<String, Object> one = new HashMap<>(draft);
        one.put("host", server.toString());
        one.remove("port");
        if (settings.access().timeout().compareTo(LIMIT) > 0) {
            one.put("timeout", Long.toString(LIMIT.toSeconds()));
        }
        return new LdapSettingsReader(one).read().access();
    }
}
