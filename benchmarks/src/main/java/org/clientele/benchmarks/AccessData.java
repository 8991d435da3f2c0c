package org.clientele.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** 500 groups and 100,000 permissions, half of them given to customers, past the directory. */
final class AccessData {
    /** Groups are numbered from 1, their names are {@code Group 1} and so on, all valid. */
    static final int GROUPS = 500;

    /** The people of the first so many rows have permissions of their own. */
    static final int PERMISSIONS = 50_000;

    /** What the directory remembers the source of these people by. */
    static final String SOURCE = "CustomerUser";

    /** Each has about 33 people, so that a group of all of them has 100,000 members. */
    private static final int CUSTOMERS_OF_LARGE_GROUP = 3_150;

    private AccessData() {}

    /** In place of what was there. */
    static void fill(Jdbc jdbc) throws SQLException {
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

    static void empty(Jdbc jdbc) throws SQLException {
        for (String table :
                List.of("customer_user_permission", "customer_permission", "access_group", "customer_ref")) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("delete from customer_user_ref where source_id = ?", SOURCE);
    }
}
