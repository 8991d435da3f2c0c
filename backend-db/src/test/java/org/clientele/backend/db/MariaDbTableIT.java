package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbTableIT extends ServerTableContract {
    @RegisterExtension
    static final MariaDbServer SERVER = new MariaDbServer();

    @Override
    DatabaseServer database() {
        return SERVER;
    }

    @Test
    void aCollationThatIgnoresCaseLetsTheOrdinaryIndexServeUnlessTheConfigurationDenies() throws Exception {
        SERVER.run(
                "alter table customer_user drop index customer_user_login_key, drop index customer_user_order,"
                        + " drop column login_key, convert to character set utf8mb4 collate utf8mb4_general_ci",
                "create unique index ordinary on customer_user (login)",
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time,"
                        + " create_by, change_time, change_by) select concat('user', seq), 'u@example.com', 'acme', 'Jo',"
                        + " 'Doe', 1, now(), 'test', now(), 'test' from seq_1_to_5000",
                "analyze table customer_user",
                "set global userstat = 1");
        assertThat(usesOrdinaryIndex(Map.of())).isTrue();
        assertThat(usesOrdinaryIndex(Map.of("caseSensitive", "1"))).isFalse();
    }

    /** Asks the server which indexes it read from. */
    private static boolean usesOrdinaryIndex(Map<String, String> keys) throws Exception {
        try (TestSource source = TestSource.customerUsers(SERVER, keys)) {
            SERVER.run("flush index_statistics");
            assertThat(source.find("USER77")).isPresent();
            assertThat(source.find("usér77")).isEmpty();
            return SERVER.query("select index_name from information_schema.index_statistics")
                    .contains("ordinary");
        }
    }
}
