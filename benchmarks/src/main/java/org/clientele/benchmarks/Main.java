package org.clientele.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.testkit.server.OpenLdapServer;

/** Runs the benchmarks that are named, or all that are not long. */
public final class Main {
    private static final Map<String, Benchmark<Stage>> OF_TABLES = ofTables();
    private static final Map<String, Benchmark<LdapStage>> OF_DIRECTORIES = ofDirectories();

    private Main() {}

    /** Runs; what can be said is what {@code benchmarks/run --help} says. */
    public static void main(String[] arguments) throws Exception {
        Set<String> known = new TreeSet<>(OF_TABLES.keySet());
        known.addAll(OF_DIRECTORIES.keySet());
        Options options = Options.of(List.of(arguments), known);
        Report report = new Report(System.out);
        try (Registry registry = new Registry()) {
            tables(options, registry, report);
            directories(options, registry, report);
        }
    }

    private static void tables(Options options, Registry registry, Report report) throws Exception {
        List<Benchmark<Stage>> chosen = options.chosen(OF_TABLES);
        if (chosen.isEmpty()) {
            return;
        }
        try (Database database = Database.open(options.url())) {
            registry.dataSource("clientele", database.pool());
            for (int rows : options.rows()) {
                database.fill(rows);
                run(chosen, new Stage(database, registry, rows, options.time(), report), report);
            }
        }
    }

    private static void directories(Options options, Registry registry, Report report) throws Exception {
        List<Benchmark<LdapStage>> chosen = options.chosen(OF_DIRECTORIES);
        if (chosen.isEmpty()) {
            return;
        }
        try (OpenLdapServer server = LdapPeople.serverWith(options.entries())) {
            run(chosen, new LdapStage(server, registry, options.entries(), options.time(), report), report);
        }
    }

    private static <S> void run(List<Benchmark<S>> benchmarks, S stage, Report report) throws Exception {
        for (Benchmark<S> benchmark : benchmarks) {
            benchmark.run(stage);
            report.memory();
        }
    }

    private static Map<String, Benchmark<Stage>> ofTables() {
        Map<String, Benchmark<Stage>> benchmarks = new LinkedHashMap<>();
        benchmarks.put("look-ups", new LookUps());
        benchmarks.put("searches", new Searches());
        benchmarks.put("pages", new Pages());
        benchmarks.put("adds", new Adds());
        benchmarks.put("eleven-sources", new ElevenSources());
        benchmarks.put("access", new Access());
        benchmarks.put("customer-rename", new CustomerRename());
        benchmarks.put("list-pages", new ListPages());
        benchmarks.put("many-look-ups", new ManyLookUps());
        benchmarks.put("many-adds", new ManyAdds());
        return benchmarks;
    }

    private static Map<String, Benchmark<LdapStage>> ofDirectories() {
        Map<String, Benchmark<LdapStage>> benchmarks = new LinkedHashMap<>();
        benchmarks.put("ldap-look-ups", new LdapLookUps());
        benchmarks.put("ldap-searches", new LdapSearches());
        benchmarks.put("ten-directories", new TenDirectories());
        return benchmarks;
    }
}
