package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.AlreadyExistsException;
import org.clientele.authentication.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process is killed between any two steps of a rename, and others go on, on one PostgreSQL. */
class KilledRenameIT {
    private static final Duration LEASE = Duration.ofSeconds(40);

    @RegisterExtension
    static final PostgresNodes NODES = new PostgresNodes();

    /** After which call the process dies, and whether the person has the new login then. */
    private static final Map<String, Boolean> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("take", false);
        STEPS.put("begin", false);
        STEPS.put("rename", true);
        STEPS.put("finish", true);
        STEPS.put("release", true);
    }

    /** Who goes on: a write to one of the logins, or the sweep of a process that starts. */
    private enum Successor {
        WRITE_TO_THE_LOGIN,
        ADD_OF_THE_FORMER_LOGIN,
        ADD_OF_THE_NEW_LOGIN,
        SWEEP
    }

    @Test
    void whoeverComesNextFinishesOrTakesBack() throws Exception {
        Map<String, Token> tokens = new LinkedHashMap<>();
        try (Node node = NODES.open(new Seam())) {
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    String login = login(step, successor);
                    node.add(login);
                    node.preferences().set(login, "UserLanguage", step);
                    tokens.put(login, node.tokens().issue(login, "reset").orElseThrow());
                }
            }
        }
        killAll();
        Seam unswept = new Seam().before("unfinished", () -> {
            throw new IllegalStateException("This node does not sweep");
        });
        try (Node node = NODES.open(unswept)) {
            assertThat(node.query("select outcome from audit_entry where action = 'RENAME'"))
                    .as("nobody could say how it went, but of those that were through before their process died")
                    .contains("INTENDED")
                    .isSubsetOf("INTENDED", "DONE");
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    assertThatReadersFindThePerson(node, step, login(step, successor));
                }
                succeed(node, step);
            }
        }
        try (Node node = NODES.open(new Seam())) {
            await().atMost(LEASE)
                    .untilAsserted(() -> assertThat(
                                    node.query("select login from customer_user_ref where pending_key is not null"))
                            .isEmpty());
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    assertThatNothingIsOrphaned(node, step, successor, tokens);
                }
            }
            assertThat(node.query("select login_key from customer_user_ref where gone = 0"))
                    .doesNotHaveDuplicates();
        }
    }

    /** One process dies at each step, with a rename for each successor under way. */
    private static void killAll() throws Exception {
        for (String step : STEPS.keySet()) {
            List<String> what = new ArrayList<>(List.of("die", step, "rename"));
            for (Successor successor : Successor.values()) {
                what.addAll(List.of(login(step, successor), login(step, successor) + "-new"));
            }
            try (NodeProcess process = NodeProcess.start(NODES.url(), what.toArray(String[]::new))) {
                process.go();
                process.awaitDeath();
            }
        }
    }

    private static void assertThatReadersFindThePerson(Node node, String step, String login) throws Exception {
        String now = STEPS.get(step) ? login + "-new" : login;
        String other = STEPS.get(step) ? login : login + "-new";
        assertThat(node.find(now)).as("%s after %s", now, step).contains(now);
        assertThat(node.find(other)).as("%s after %s", other, step).isEmpty();
        assertThat(node.preferences().get(now)).as("of %s after %s", now, step).containsValue(step);
    }

    private static void succeed(Node node, String step) throws Exception {
        String written = login(step, Successor.WRITE_TO_THE_LOGIN) + (STEPS.get(step) ? "-new" : "");
        onceFree(() -> node.update(written, Map.of("UserPhone", "1")));
        String former = login(step, Successor.ADD_OF_THE_FORMER_LOGIN);
        String next = login(step, Successor.ADD_OF_THE_NEW_LOGIN) + "-new";
        if (STEPS.get(step)) {
            onceFree(() -> node.add(NodeTest.SECOND, former, former + "@next.example.com"));
            assertThat(node.preferences().get(former)).isEmpty();
        } else {
            onceFree(() -> node.add(NodeTest.SECOND, next, next + "@next.example.com"));
            assertThat(node.preferences().get(next)).isEmpty();
        }
    }

    private static void onceFree(java.util.concurrent.Callable<?> write) {
        await().atMost(LEASE)
                .ignoreExceptionsMatching(e -> e instanceof AlreadyExistsException busy && busy.momentary())
                .until(write, done -> true);
    }

    private static void assertThatNothingIsOrphaned(
            Node node, String step, Successor successor, Map<String, Token> tokens) throws Exception {
        String login = login(step, successor);
        String now = STEPS.get(step) ? login + "-new" : login;
        assertThat(node.find(now)).as("%s after %s", now, step).contains(now);
        assertThat(node.preferences().get(now)).as("of %s after %s", now, step).containsValue(step);
        assertThat(node.tokens().use(now, "reset", tokens.get(login).value()))
                .as("token of %s after %s", now, step)
                .isTrue();
        assertThat(node.query("select first_name from customer_user where login = '" + now + "'"))
                .containsExactly(STEPS.get(step) ? "Renamed" : "First");
    }

    private static String login(String step, Successor successor) {
        return step + "-" + successor.name().toLowerCase(java.util.Locale.ROOT);
    }
}
