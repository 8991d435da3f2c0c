package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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

    @RegisterExtension
    static final PostgresNodes NODES = new PostgresNodes();

    /** Who goes on: a write to the customer, an addition under the ID that is free, or the sweep of a process that starts. */
    private enum Successor {
        WRITE,
        ADDITION,
        SWEEP
    }

    private static final List<CutRename<Successor>> RENAMES = CutRename.all(
            List.of("take", "begin"), List.of("rename", "moveCustomerUsers", "finish", "release"), Successor.values());

    @Test
    void whoeverComesNextDoesTheRestOrTakesBack() throws Exception {
        Map<String, Group> groups = new HashMap<>();
        try (Node node = NODES.open(new Seam())) {
            for (CutRename<Successor> rename : RENAMES) {
                String id = rename.former();
                CompanyNodes.customer(node, "CustomerCompany", id);
                CompanyNodes.user(node, "CustomerUser", id + "-one", id, Validity.VALID);
                CompanyNodes.user(node, NodeTest.SECOND, id + "-two", id, Validity.INVALID);
                groups.put(id, CompanyNodes.hang(node, id, id + "-one"));
            }
        }
        CutRename.killAll(RENAMES, NODES.url(), "rename-customer");
        try (Node node = NODES.openUnswept()) {
            for (CutRename<Successor> rename : RENAMES) {
                assertThatReadersFindTheCustomer(node, rename, groups);
                succeed(node, rename);
            }
        }
        try (Node node = NODES.open(new Seam())) {
            await().atMost(LEASE)
                    .untilAsserted(() -> assertThat(node.query(CustomerRenameFixture.PENDING))
                            .isEmpty());
            for (CutRename<Successor> rename : RENAMES) {
                assertThatReadersFindTheCustomer(node, rename, groups);
                assertThatNobodyIsLeft(node, rename);
            }
            assertThat(node.query("select customer_id from customer_ref where gone = 0"))
                    .doesNotHaveDuplicates();
        }
    }

    private static void assertThatReadersFindTheCustomer(
            Node node, CutRename<Successor> rename, Map<String, Group> groups) throws Exception {
        assertThat(node.access().permissions().of(new Holder.Customer(rename.now())))
                .as("of %s after %s", rename.now(), rename.step())
                .containsOnlyKeys(groups.get(rename.former()).id());
        assertThat(node.access().assignments().assignedTo(rename.now(), List.of(rename.former() + "-one")))
                .as("to whom %s is assigned after %s", rename.now(), rename.step())
                .hasSize(1);
    }

    private static void succeed(Node node, CutRename<Successor> rename) throws Exception {
        switch (rename.successor()) {
            case WRITE -> {
                Change change = new Change(
                        rename.now(),
                        Map.of("CustomerCompanyCity", "Wien"),
                        Optional.empty(),
                        Optional.empty(),
                        Actor.program("test"));
                CompanyNodes.onceFree(() -> node.customers().update(change));
            }
            case ADDITION -> {
                CompanyNodes.onceFree(() -> CompanyNodes.customer(node, "CustomerCompany", rename.free()));
                assertThat(node.access().permissions().of(new Holder.Customer(rename.free())))
                        .as("of the next %s", rename.free())
                        .isEmpty();
            }
            case SWEEP -> {
                // it is a node that starts
            }
        }
    }

    private static void assertThatNobodyIsLeft(Node node, CutRename<Successor> rename) throws Exception {
        String id = rename.former();
        String people = " where login in ('" + id + "-one', '" + id + "-two')";
        assertThat(node.query("select customer_id from customer_user" + people + " union all select customer_id from"
                        + " other_user" + people))
                .as("of the people of %s after %s", id, rename.step())
                .containsExactly(rename.now(), rename.now());
    }
}
