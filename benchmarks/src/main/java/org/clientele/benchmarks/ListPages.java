package org.clientele.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clientele.benchmarks.SteadyRate.Answers;

/** Every list page of the console at twenty requests a second, of the product as it is started, over HTTP. */
final class ListPages implements Benchmark<Stage> {
    private static final int REQUESTS_A_SECOND = 20;
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final String ROOT = "clientele.root";

    @Override
    public void run(Stage stage) throws Exception {
        try {
            AccessData.fill(stage.jdbc());
            AuditData.fill(stage.jdbc(), stage.rows());
            try (Product product = Product.started(
                    Path.of(System.getProperty(ROOT, "")), stage.database().url())) {
                measure(stage, product);
            }
        } finally {
            AccessData.empty(stage.jdbc());
            AuditData.empty(stage.jdbc());
        }
    }

    private static void measure(Stage stage, Product product) throws Exception {
        Console console = product.console();
        SteadyRate rate = new SteadyRate(console, REQUESTS_A_SECOND);
        List<AskedPage> pages = new ConsolePages(stage, console).all();
        for (AskedPage page : pages) {
            rate.measure(page, stage.time().dividedBy(2));
        }
        stage.report()
                .titleOfPages("List pages at " + REQUESTS_A_SECOND + " requests a second, " + stage.rows()
                        + " customer users, " + Person.CUSTOMERS + " customers, " + AccessData.GROUPS + " groups, "
                        + stage.rows() + " entries of the audit");
        for (AskedPage page : pages) {
            // whatever the page before left behind
            rate.measure(page, SETTLING);
            Duration before = product.processorTime();
            Answers answers = rate.measure(page, stage.time());
            Duration used = product.processorTime().minus(before);
            stage.report().page(page, answers, used.dividedBy(answers.times().count()));
        }
    }

    @Override
    public boolean isLong() {
        return true;
    }
}
