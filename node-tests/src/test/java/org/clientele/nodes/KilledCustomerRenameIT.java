package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process is killed between any two steps of a rename of a customer, and others go on, on one PostgreSQL. */
class KilledCustomerRenameIT {
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final String PENDING = "select customer_id from customer_ref where pending_key is not null";

    @RegisterExtension
    static final PostgresNodes NODES = new PostgresNodes();

    /** After which call the process dies, and whether the customer has the new ID then. */
    private static final Map<String, Boolean> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("take", false);
        STEPS.put("begin", false);
        STEPS.put("rename", true);
        STEPS.put("moveCustomerUsers", true);
        STEPS.put("finish", true);
        STEPS.put("release", true);
    }

    /** Who goes on: a write to the customer, an addition under the ID that is free, or the sweep of a process that starts. */
    private enum Successor {
        WRITE,
        ADDITION,
        SWEEP
    }

    @Test
    void whoeverComesNextDoesTheRestOrTakesBack() throws Exception {
        Map<String, Group> groups = new LinkedHashMap<>();
        try (Node node = NODES.open(new Seam())) {
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    String id = id(step, successor);
                    CompanyNodes.customer(node, "CustomerCompany", id);
                    CompanyNodes.user(node, "CustomerUser", id + "-one", id, Validity.VALID);
                    CompanyNodes.user(node, NodeTest.SECOND, id + "-two", id, Validity.INVALID);
                    groups.put(id, CompanyNodes.hang(node, id, id + "-one"));
                }
            }
        }
        killAll();
        Seam unswept = new Seam().before("unfinished", () -> {
            throw new IllegalStateException("This node does not sweep");
        });
        try (Node node = NODES.open(unswept)) {
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    assertThatReadersFindTheCustomer(node, step, successor, groups);
                }
                succeed(node, step);
            }
        }
        try (Node node = NODES.open(new Seam())) {
            await().atMost(LEASE)
                    .untilAsserted(() -> assertThat(node.query(PENDING)).isEmpty());
            for (String step : STEPS.keySet()) {
                for (Successor successor : Successor.values()) {
                    assertThatReadersFindTheCustomer(node, step, successor, groups);
                    assertThatNobodyIsLeft(node, step, successor);
                }
            }
        }
    }

    /** One process dies at each step, with a rename for each successor under way. */
    private static void killAll() throws Exception {
        for (String step : STEPS.keySet()) {
            List<String> what = new ArrayList<>(List.of("die", step, "rename-customer"));
            for (Successor successor : Successor.values()) {
                what.addAll(List.of(id(step, successor), id(step, successor) + "-new"));
            }
            try (NodeProcess process = NodeProcess.start(NODES.url(), what.toArray(String[]::new))) {
                process.go();
                process.awaitDeath();
            }
        }
    }

    private static void assertThatReadersFindTheCustomer(
            Node node, String step, Successor successor, Map<String, Group> groups) throws Exception {
        String id = id(step, successor);
        String now = now(step, successor);
        assertThat(node.access().permissions().of(new Holder.Customer(now)))
                .as("of %s after %s", now, step)
                .containsOnlyKeys(groups.get(id).id());
        assertThat(node.access().assignments().assignedTo(now, List.of(id + "-one")))
                .as("to whom %s is assigned after %s", now, step)
                .hasSize(1);
    }

    private static void succeed(Node node, String step) throws Exception {
        Change change = new Change(
                now(step, Successor.WRITE),
                Map.of("CustomerCompanyCity", "Wien"),
                Optional.empty(),
                Optional.empty(),
                Actor.program("test"));
        CompanyNodes.onceFree(() -> node.customers().update(change));
        String free = id(step, Successor.ADDITION) + (STEPS.get(step) ? "" : "-new");
        CompanyNodes.onceFree(() -> CompanyNodes.customer(node, "CustomerCompany", free));
        assertThat(node.access().permissions().of(new Holder.Customer(free)))
                .as("of the next %s", free)
                .isEmpty();
    }

    private static void assertThatNobodyIsLeft(Node node, String step, Successor successor) throws Exception {
        String id = id(step, successor);
        String people = " where login in ('" + id + "-one', '" + id + "-two')";
        assertThat(node.query("select customer_id from customer_user" + people + " union all select customer_id from"
                        + " other_user" + people))
                .as("of the people of %s after %s", id, step)
                .containsExactly(now(step, successor), now(step, successor));
        assertThat(node.query("select customer_id from customer_ref where gone = 0"))
                .doesNotHaveDuplicates();
    }

    private static String now(String step, Successor successor) {
        return id(step, successor) + (STEPS.get(step) ? "-new" : "");
    }

    private static String id(String step, Successor successor) {
        return (step + "-" + successor.name()).toLowerCase(Locale.ROOT);
    }
}
