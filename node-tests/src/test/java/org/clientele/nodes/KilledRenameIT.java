package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.authentication.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process is killed between any two steps of a rename, and others go on, on one PostgreSQL. */
class KilledRenameIT {
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final String PENDING = "select login from customer_user_ref where pending_key is not null";

    @RegisterExtension
    static final PostgresNodes NODES = new PostgresNodes();

    /** Who goes on: a write to one of the logins, an addition under the login that is free, or the sweep of a process that starts. */
    private enum Successor {
        WRITE,
        ADDITION,
        SWEEP
    }

    private static final List<CutRename<Successor>> RENAMES =
            CutRename.all(List.of("take", "begin"), List.of("rename", "finish", "release"), Successor.values());

    @Test
    void whoeverComesNextFinishesOrTakesBack() throws Exception {
        Map<String, Token> tokens = new HashMap<>();
        try (Node node = NODES.open(new Seam())) {
            for (CutRename<Successor> rename : RENAMES) {
                String login = rename.former();
                node.add(login);
                node.preferences().set(login, "UserLanguage", rename.step());
                tokens.put(login, node.tokens().issue(login, "reset").orElseThrow());
            }
        }
        CutRename.killAll(RENAMES, NODES.url(), "rename");
        try (Node node = NODES.openUnswept()) {
            assertThat(node.query("select outcome from audit_entry where action = 'RENAME'"))
                    .as("nobody could say how it went, but of those that were through before their process died")
                    .contains("INTENDED")
                    .isSubsetOf("INTENDED", "DONE");
            for (CutRename<Successor> rename : RENAMES) {
                assertThatReadersFindThePerson(node, rename);
                assertThat(node.find(rename.free()))
                        .as("%s after %s", rename.free(), rename.step())
                        .isEmpty();
                succeed(node, rename);
            }
        }
        try (Node node = NODES.open(new Seam())) {
            await().atMost(LEASE)
                    .untilAsserted(() -> assertThat(node.query(PENDING)).isEmpty());
            for (CutRename<Successor> rename : RENAMES) {
                assertThatReadersFindThePerson(node, rename);
                assertThatNothingIsOrphaned(node, rename, tokens);
            }
            assertThat(node.query("select login_key from customer_user_ref where gone = 0"))
                    .doesNotHaveDuplicates();
        }
    }

    private static void assertThatReadersFindThePerson(Node node, CutRename<Successor> rename) throws Exception {
        String now = rename.now();
        assertThat(node.find(now)).as("%s after %s", now, rename.step()).contains(now);
        assertThat(node.preferences().get(now))
                .as("of %s after %s", now, rename.step())
                .containsValue(rename.step());
    }

    private static void succeed(Node node, CutRename<Successor> rename) throws Exception {
        switch (rename.successor()) {
            case WRITE -> CompanyNodes.onceFree(() -> node.update(rename.now(), Map.of("UserPhone", "1")));
            case ADDITION -> {
                String free = rename.free();
                CompanyNodes.onceFree(() -> node.add(NodeTest.SECOND, free, free + "@next.example.com"));
                assertThat(node.preferences().get(free)).isEmpty();
            }
            case SWEEP -> {
                // it is a node that starts
            }
        }
    }

    private static void assertThatNothingIsOrphaned(Node node, CutRename<Successor> rename, Map<String, Token> tokens)
            throws Exception {
        String token = tokens.get(rename.former()).value();
        assertThat(node.tokens().use(rename.now(), "reset", token))
                .as("token of %s after %s", rename.now(), rename.step())
                .isTrue();
        assertThat(node.query("select first_name from customer_user where login = '" + rename.now() + "'"))
                .containsExactly(rename.done() ? "Renamed" : "First");
    }
}
