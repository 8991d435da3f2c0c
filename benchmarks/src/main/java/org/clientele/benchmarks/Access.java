package org.clientele.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.benchmarks.Turns.Way;

/** Effective permissions of a person, and the first members of a large group, next to one statement by hand for each. */
final class Access implements Benchmark<Stage> {
    private static final int GROUPS = 500;
    private static final int PERMISSIONS = 50_000;
    private static final int PAGE = 50;

    /** Each has about 33 people, so that a group of all of them has 100,000 members. */
    private static final int CUSTOMERS_OF_LARGE_GROUP = 3_150;

    private static final String SOURCE = "CustomerUser";

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
        fill(stage);
        Map<String, Object> configuration =
                Map.of("service.pid", "org.clientele.backend.db~" + SOURCE, "cacheTtl", "0");
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            groups(stage, directory);
            members(stage, directory);
        } finally {
            empty(stage.jdbc());
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

    private static void fill(Stage stage) throws SQLException {
        Jdbc jdbc = stage.jdbc();
        empty(jdbc);
        jdbc.update("insert into access_group select n, 'Group ' || n, 'group ' || n, '', 1, 1, 0, 'load', 0, 'load'"
                + " from generate_series(1, " + GROUPS + ") n");
        jdbc.update("insert into customer_ref select row_number() over (), lower(customer_id), customer_id, 0"
                + " from customer_company");
        jdbc.update("insert into customer_user_ref (id, source_id, login_key, login, active, confirmed_at)"
                + " select id, '" + SOURCE + "', lower(login), login, true, 0 from customer_user where id <= "
                + PERMISSIONS);
        jdbc.update("insert into customer_permission select c.id, 1, 'same', 'ro', 0, 'load' from customer_ref c"
                + " where c.customer_id between 'c01000' and '"
                + Person.customerId(1_000 + CUSTOMERS_OF_LARGE_GROUP - 1) + "'");
        // a multiple of a prime spreads them over the groups
        jdbc.update("insert into customer_permission select 1 + n % 20000, 2 + (n * 7919) % " + (GROUPS - 1)
                + ", 'same', case n % 3 when 0 then 'rw' else 'ro' end, 0, 'load' from generate_series(1, "
                + (PERMISSIONS - CUSTOMERS_OF_LARGE_GROUP) + ") n on conflict do nothing");
        jdbc.update("insert into customer_user_permission select id, 2 + (id * 7919) % " + (GROUPS - 1)
                + ", 'ro', 0, 'load' from customer_user_ref");
        for (String table : List.of("access_group", "customer_ref", "customer_user_ref", "customer_permission")) {
            jdbc.update("vacuum analyze " + table);
        }
        jdbc.update("vacuum analyze customer_user_permission");
    }

    private static void empty(Jdbc jdbc) throws SQLException {
        for (String table :
                List.of("customer_user_permission", "customer_permission", "access_group", "customer_ref")) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("delete from customer_user_ref where source_id = ?", SOURCE);
    }
}
