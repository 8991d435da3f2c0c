package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clientele.AlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one process keeps others from writing, on one PostgreSQL. */
class TwoProcessesIT {
    private static final int NUMBER = 40;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @RegisterExtension
    static final PostgresNodes NODES = new PostgresNodes();

    @Test
    void ofTwoProcessesThatAddTheSameOneDoes() throws Exception {
        try (NodeProcess first = NodeProcess.start(NODES.url(), "add", "CustomerUser", "a", "" + NUMBER);
                NodeProcess second = NodeProcess.start(NODES.url(), "add", NodeTest.SECOND, "b", "" + NUMBER);
                Node node = NODES.open(new Seam())) {
            first.go();
            second.go();
            List<String> added = new ArrayList<>(first.results());
            int ofTheFirst = added.size();
            added.addAll(second.results());

            assertThat(added).hasSize(2 * NUMBER);
            assertThat(ofTheFirst).as("both got some").isStrictlyBetween(0, 2 * NUMBER);
            String all = "(select login, email from customer_user union all select login, email from other_user) x";
            assertThat(node.query("select lower(login) from " + all))
                    .hasSize(2 * NUMBER)
                    .doesNotHaveDuplicates();
            assertThat(node.query("select lower(email) from " + all)).doesNotHaveDuplicates();
            assertThat(node.query("select holder from write_reservation")).isEmpty();
        }
    }

    @Test
    void whatAKilledProcessReservedIsFreeWhenItsLeaseRunsOut() throws Exception {
        try (Node node = NODES.open(new Seam());
                NodeProcess holder = NodeProcess.start(NODES.url(), "die", "take", "add", "held", "held@example.com")) {
            holder.go();
            holder.awaitDeath();
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> node.add(NodeTest.SECOND, "HELD", "other@example.com"))
                    .satisfies(e -> assertThat(e.momentary()).isTrue());
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> node.add(NodeTest.SECOND, "other", "Held@example.com"))
                    .satisfies(e -> assertThat(e.momentary()).isTrue());

            await().atMost(LEASE)
                    .ignoreException(AlreadyExistsException.class)
                    .until(() -> node.add(NodeTest.SECOND, "held", "held@example.com"), added -> true);
            assertThat(node.find("held")).contains("held");
        }
    }
}
