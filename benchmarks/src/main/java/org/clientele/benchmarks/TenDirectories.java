package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.benchmarks.LocalDirectory.Filled;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;

/** A page over ten directories, each behind a slow line, next to the same of one of them. */
final class TenDirectories implements Benchmark<LdapStage> {
    private static final int PAGE = 50;
    private static final Duration LIMIT = Duration.ofSeconds(30);
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
                CustomerUserSource first = sources.get(0).source();
                report(stage, directory.users(), first, "few", "smithson");
                report(stage, directory.users(), first, "many", "smi");
            }
        }
    }

    private static void report(LdapStage stage, CustomerUsers users, CustomerUserSource first, String what, String word)
            throws Exception {
        ListRequest everywhere = ListRequest.ALL.withSearch(word).withLimit(PAGE);
        ListRequest there = everywhere.withSource(Optional.of(slot(0)));
        SourceQuery batch = new SourceQuery(new Criterion.Ids(logins(stage)), Optional.empty(), 2 * PAGE, true);
        Way<String> one = new Way<>("one directory", round -> users.list(there));
        Way<String> oneAndBatch = new Way<>("one directory, then a batch of logins", round -> {
            users.list(there);
            return first.search(batch, Deadline.in(LIMIT));
        });
        Way<String> all = new Way<>(LdapPeople.UNITS + " directories", round -> users.list(everywhere));
        Turns<String> turns = new Turns<>(round -> word, List.of(one, oneAndBatch, all));
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    private static Set<String> logins(LdapStage stage) {
        Set<String> logins = new HashSet<>();
        for (int i = 0; logins.size() < PAGE; i++) {
            logins.add(stage.person(i).login());
        }
        return logins;
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
