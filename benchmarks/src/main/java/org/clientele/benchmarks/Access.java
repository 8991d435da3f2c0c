package org.clientele.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.benchmarks.Turns.Way;

/** Effective permissions of a person, and the first members of a large group, next to one statement by hand for each. */
final class Access implements Benchmark<Stage> {
    private static final int PAGE = 50;

    private static final String GROUPS_OF = "select g.name, p.type from access_group g join customer_user_permission p"
            + " on p.group_id = g.id join customer_user_ref r on r.id = p.ref_id where r.active_key = ? and g.valid_id = 1"
            + " union all select g.name, p.type from access_group g join customer_permission p on p.group_id = g.id"
            + " join customer_ref c on c.id = p.customer_ref_id join customer_user u on lower(u.customer_id) = c.customer_key"
            + " join customer_company k on k.customer_id = u.customer_id"
            + " where lower(u.login) collate \"C\" = ? and u.valid_id = 1 and k.valid_id = 1 and p.context = 'same'"
            + " and g.valid_id = 1";

    private static final String MEMBERS_OF = "select " + Jdbc.COLUMNS + " from customer_user where valid_id = 1"
            + " and lower(customer_id) collate \"C\" in (select c.customer_key from customer_ref c join customer_permission p"
            + " on p.customer_ref_id = c.id where p.group_id = 1 and p.context = 'same' and p.type in ('ro', 'rw'))"
            + " order by lower(login) collate \"C\" limit " + PAGE;

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Permissions, " + stage.rows() + " customer users, 500 groups, 100,000 permissions");
        AccessData.fill(stage.jdbc());
        Map<String, Object> configuration =
                Map.of("service.pid", "org.clientele.backend.db~" + AccessData.SOURCE, "cacheTtl", "0");
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            groups(stage, directory);
            members(stage, directory);
        } finally {
            AccessData.empty(stage.jdbc());
        }
    }

    private static void groups(Stage stage, LocalDirectory directory) throws Exception {
        Way<String> floor = new Way<>(
                "JDBC by hand, one statement",
                login -> stage.jdbc().rows(GROUPS_OF, login.toLowerCase(Locale.ROOT), login.toLowerCase(Locale.ROOT)));
        Way<String> ours =
                new Way<>("directory", login -> directory.permissions().groups(login));
        Turns<String> turns = new Turns<>(round -> stage.person(round).login(), List.of(floor, ours));
        stage.report().ways("groups of a person", turns.measure(stage.time(), stage.time()), 1);
    }

    private static void members(Stage stage, LocalDirectory directory) throws Exception {
        Way<Integer> floor =
                new Way<>("JDBC by hand, one statement", round -> stage.jdbc().rows(MEMBERS_OF));
        Way<Integer> ours =
                new Way<>("directory", round -> directory.permissions().members(1, "ro", Optional.empty(), PAGE));
        Turns<Integer> turns = new Turns<>(round -> round, List.of(floor, ours));
        stage.report().ways("first 50 of 100,000 members", turns.measure(stage.time(), stage.time()), 1);
    }
}
