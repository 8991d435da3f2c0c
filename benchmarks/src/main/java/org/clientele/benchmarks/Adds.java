package org.clientele.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.benchmarks.Turns.Way;

/** Additions without password through the directory, next to the same statements by hand. */
final class Adds implements Benchmark<Stage> {
    static final String ACTOR = "benchmark";

    /** Numbers that no loaded table has. */
    private static final int NEW = 100_000_000;

    /** How many times as long as it is measured: an addition takes a hundred times as long as a look-up, so few are made. */
    private static final int WARM_UP = 4;

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Addition without password, " + stage.rows() + " customer users");
        Map<String, Object> configuration = Map.of("service.pid", "org.clientele.backend.db~CustomerUser");
        JdbcAddition byHand = new JdbcAddition(stage.jdbc(), "CustomerUser");
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            Way<Integer> floor = new Way<>(
                    "JDBC by hand, the same statements", number -> byHand.add(Person.number(NEW + 2L * number)));
            Way<Integer> ours = new Way<>(
                    "directory", number -> directory.users().add(addition(Person.number(NEW + 2L * number + 1))));
            Turns<Integer> turns = new Turns<>(round -> round, List.of(floor, ours));
            stage.report().ways("add", turns.measure(stage.time().multipliedBy(WARM_UP), stage.time()), 1);
        } finally {
            stage.jdbc().update("delete from customer_user where create_by = ?", ACTOR);
            stage.jdbc().update("delete from customer_user_ref where source_id = ?", "CustomerUser");
            stage.jdbc().update("delete from audit_entry where actor = ?", ACTOR);
            stage.jdbc().update("vacuum customer_user");
            stage.jdbc().update("vacuum audit_entry");
        }
    }

    static Addition addition(Person person) {
        return new Addition("CustomerUser", person.fields(), Optional.empty(), Actor.program(ACTOR));
    }
}
