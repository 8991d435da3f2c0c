package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbTableIT extends ServerTableContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    ServerDatabase<?> database() {
        return SERVER;
    }

    @Test
    void aCollationThatIgnoresCaseLetsTheOrdinaryIndexServeUnlessTheConfigurationDenies() throws Exception {
        source.add("User77");
        SERVER.run(
                "drop table if exists unkeyed",
                "create table unkeyed as select * from customer_user",
                "alter table unkeyed drop column login_key,"
                        + " convert to character set utf8mb4 collate utf8mb4_general_ci",
                "insert into unkeyed (login, email, customer_id, first_name, last_name, valid_id, create_time,"
                        + " create_by, change_time, change_by) select concat('other', seq), 'u@example.com', 'acme', 'Jo',"
                        + " 'Doe', 1, now(), 'test', now(), 'test' from seq_1_to_5000",
                "create index ordinary on unkeyed (login)",
                "analyze table unkeyed");
        assertThat(readsOrdinaryIndex(Map.of("table", "unkeyed", "caseSensitive", "1")))
                .isFalse();
        assertThat(readsOrdinaryIndex(Map.of("table", "unkeyed"))).isTrue();
    }

    /** Asks the server which indexes it has read from so far. */
    private static boolean readsOrdinaryIndex(Map<String, String> keys) throws Exception {
        try (TestSource unkeyed = TestSource.customerUsers(SERVER, keys)) {
            assertThat(unkeyed.find("USER77")).isPresent();
            assertThat(unkeyed.find("usér77")).isEmpty();
        }
        return SERVER.query("select index_name from information_schema.index_statistics")
                .contains("ordinary");
    }
}
