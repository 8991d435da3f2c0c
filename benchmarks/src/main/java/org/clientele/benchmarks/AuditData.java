package org.clientele.benchmarks;

import java.sql.SQLException;

/** As many entries of the audit as there are customer users, one a second until now, past the directory. */
final class AuditData {
    /** Each of as many administrators made the same share of the changes. */
    static final int ACTORS = 20;

    /** One in so many entries is of a rare kind: it failed, or somebody was anonymised. */
    private static final int RARE = 20_000;

    private static final int BITS_BEHIND_MILLISECONDS = 16;

    private AuditData() {}

    /** In place of what was there. */
    static void fill(Jdbc jdbc, int entries) throws SQLException {
        empty(jdbc);
        // the ids begin with the time, see AuditId
        jdbc.update("insert into audit_entry (id, recorded_at, actor, door, address, action, subject_kind, subject_id,"
                + " subject_key, other_kind, other_id, other_key, person_id, source, changes, outcome, note)"
                + " select lpad(to_hex(at << " + BITS_BEHIND_MILLISECONDS + "), 16, '0')"
                + " || substr(md5(n::text), 1, 16), at, 'load-' || n % " + ACTORS + ", 'SCREEN', '127.0.0.1',"
                + " case n % " + RARE
                + " when 1 then 'ANONYMISE' when 2 then 'ADD' else 'UPDATE' end, 'CUSTOMER_USER', login, lower(login),"
                + " '', '', '', 0, '" + AccessData.SOURCE
                + "', E'UserPhone\\t+49 30 1\\t+49 30 2\\nUserCity\\tBonn\\tBerlin',"
                + " case when n % " + RARE + " = 0 then 'FAILED' else 'DONE' end, ''"
                + " from (select n, (extract(epoch from now())::bigint - (" + entries + " - n)) * 1000 as at"
                + " from generate_series(1, " + entries + ") n) times"
                + " join customer_user u on u.id = 1 + (n * 7919::bigint) % " + entries);
        jdbc.update("vacuum analyze audit_entry");
    }

    static void empty(Jdbc jdbc) throws SQLException {
        jdbc.update("delete from audit_entry where actor like 'load-%'");
    }
}
