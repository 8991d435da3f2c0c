package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;

/** One person by login, and 64 callers at once who want some each. */
final class LdapLookUps implements Benchmark<LdapStage> {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CALLERS = 64;
    private static final int EACH = 20;

    @Override
    public void run(LdapStage stage) throws Exception {
        stage.report().title("Look-up by login, " + stage.entries() + " entries in OpenLDAP");
        CustomerUserSource source = stage.registry().directory(LdapPeople.source(stage.server()));
        try (PlainLdap plain = new PlainLdap(stage.server())) {
            Way<Integer> floor = new Way<>("UnboundID by hand", round -> plain.withLogin(login(stage, round)));
            Way<Integer> ours = new Way<>("source", round -> found(source, login(stage, round)));
            report(stage, "one caller", floor, ours);
            report(stage, CALLERS + " callers, " + EACH + " each", together(floor), together(ours));
        }
    }

    private static void report(LdapStage stage, String what, Way<Integer> floor, Way<Integer> ours) throws Exception {
        Turns<Integer> turns = new Turns<>(round -> round, List.of(floor, ours));
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    private static Way<Integer> together(Way<Integer> way) {
        return new Way<>(way.name(), round -> {
            new Together(CALLERS).run(caller -> {
                for (int i = 0; i < EACH; i++) {
                    way.work().answer((round * CALLERS + caller) * EACH + i);
                }
            });
            return round;
        });
    }

    private static String login(LdapStage stage, int round) {
        return stage.person(round).login();
    }

    private static Object found(CustomerUserSource source, String login) throws Exception {
        return source.find(login, Deadline.in(LIMIT)).orElseThrow();
    }
}
