package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/** The first page of those of whom one of three indexed attributes begins with a text, and of all. */
final class LdapSearches implements Benchmark<LdapStage> {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PAGE = 50;
    private static final Criterion SMI = new Criterion.Text(new SearchExpression.Word(TextPattern.exactly("smi")));

    @Override
    public void run(LdapStage stage) throws Exception {
        stage.report().title("The first " + PAGE + " by login, " + stage.entries() + " entries in OpenLDAP");
        CustomerUserSource source = stage.registry().directory(LdapPeople.source(stage.server()));
        try (PlainLdap plain = new PlainLdap(stage.server())) {
            report(stage, source, "smi*", SMI, new Way<>("UnboundID by hand", round -> plain.first(PAGE, "smi")));
            report(
                    stage,
                    source,
                    "all",
                    new Criterion.All(),
                    new Way<>("UnboundID by hand", round -> plain.first(PAGE)));
        }
    }

    private static void report(
            LdapStage stage, CustomerUserSource source, String what, Criterion criterion, Way<Integer> floor)
            throws Exception {
        Way<Integer> ours = new Way<>("source", round -> page(source, criterion));
        Turns<Integer> turns = new Turns<>(round -> round, List.of(floor, ours));
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    private static SourcePage page(CustomerUserSource source, Criterion criterion) throws Exception {
        return source.search(new SourceQuery(criterion, Optional.empty(), PAGE, false), Deadline.in(LIMIT));
    }
}
