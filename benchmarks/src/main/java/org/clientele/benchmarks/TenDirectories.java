package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.benchmarks.LocalDirectory.Filled;
import org.clientele.benchmarks.Turns.Way;

/**
 * A page over ten directories, each behind a slow line, next to the same of one of them: of each by turns, whose people are listed
 * if none of those before has their logins, and of the first, for which nobody else is asked.
 */
final class TenDirectories implements Benchmark<LdapStage> {
    private static final int PAGE = 50;
    private static final Duration LINE = Duration.ofMillis(50);

    @Override
    public void run(LdapStage stage) throws Exception {
        stage.report()
                .title(LdapPeople.UNITS + " directories of " + stage.entries() / LdapPeople.UNITS + " entries, "
                        + LINE.toMillis() + " ms away");
        try (LateAnswers line = new LateAnswers(stage.server().port(), LINE);
                Database database = Database.open(Optional.empty())) {
            stage.registry().dataSource("clientele", database.pool());
            List<Filled> sources = sources(stage, "ldap://" + stage.server().host() + ":" + line.port());
            try (LocalDirectory directory = new LocalDirectory(stage.registry(), database.pool(), sources)) {
                report(stage, directory.users(), "few", "smithson");
                report(stage, directory.users(), "many", "smi");
            }
        }
    }

    private static void report(LdapStage stage, CustomerUsers users, String what, String word) throws Exception {
        ListRequest everywhere = ListRequest.ALL.withSearch(word).withLimit(PAGE);
        AtomicInteger turn = new AtomicInteger();
        Way<String> one = new Way<>(
                "one of them, each by turns",
                round -> users.list(
                        everywhere.withSource(Optional.of(slot(turn.getAndIncrement() % LdapPeople.UNITS)))));
        Way<String> first =
                new Way<>("the first of them", round -> users.list(everywhere.withSource(Optional.of(slot(0)))));
        Way<String> all = new Way<>(LdapPeople.UNITS + " directories", round -> users.list(everywhere));
        Turns<String> turns = new Turns<>(round -> word, List.of(one, first, all));
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    private static List<Filled> sources(LdapStage stage, String url) {
        List<Filled> sources = new ArrayList<>();
        for (int i = 0; i < LdapPeople.UNITS; i++) {
            Map<String, Object> configuration = LdapPeople.source(slot(i), url, LdapPeople.unit(i));
            sources.add(new Filled(configuration, stage.registry().directory(configuration)));
        }
        return sources;
    }

    private static String slot(int number) {
        return "CustomerUser" + (number + 1);
    }
}
