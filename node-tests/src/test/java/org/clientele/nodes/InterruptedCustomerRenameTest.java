package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.Validity;
import org.clientele.access.Holder;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renames of customers that others meet on their way, and renames that are not finished. */
class InterruptedCustomerRenameTest extends CustomerRenameFixture {
    @Test
    void ofTwoWhoRenameACustomerAtOnceOneDoes() throws Exception {
        try (Node other = CompanyNodes.open(url, new Seam())) {
            seam.before("begin", () -> {
                for (String id : List.of("acme2", "acme3")) {
                    assertThatExceptionOfType(AlreadyExistsException.class)
                            .isThrownBy(() -> CompanyNodes.rename(other, "acme", id))
                            .satisfies(e -> assertThat(e.momentary()).isTrue());
                }
                assertThatExceptionOfType(AlreadyExistsException.class)
                        .isThrownBy(() -> CompanyNodes.rename(other, "else", "acme2"))
                        .satisfies(e -> assertThat(e.momentary()).isTrue());
            });
            CompanyNodes.rename(node, "acme", "acme2");
        }

        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("acme2", "else");
    }

    @Test
    void whereBothIdsAppearNeitherGetsWhatIsNotClearlyHis() throws Exception {
        next(Map.of());
        seam.before("rename", () -> {
            throw NodeTest.away();
        });
        assertThatExceptionOfType(UncertainException.class)
                .isThrownBy(() -> CompanyNodes.rename(node, "acme", "acme2"));
        seam.clear();
        node.execute("insert into customer_company (customer_id, name, valid_id, create_time, create_by, change_time,"
                + " change_by) values ('acme2', 'x', 1, current_timestamp, 'x', current_timestamp, 'x')");

        for (String id : List.of("acme", "acme2")) {
            assertThat(node.access().permissions().of(new Holder.Customer(id))).isEmpty();
        }
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isFalse();
        node.execute("delete from customer_company where customer_id = 'acme2'");
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
    }

    @Test
    void whileARenameIsUnderWayNobodyComesUnderEitherIdAndReadersFindTheCustomer() throws Exception {
        seam.after("CustomerCompany.rename", () -> {
            seam.clear();
            assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
            assertThat(CompanyNodes.mayRead(node, "boss", group)).isTrue();
            assertThat(node.access()
                            .effective()
                            .members(group.id(), "ro", Optional.empty(), 10)
                            .members())
                    .extracting(member -> member.customerUser().login())
                    .containsExactly("anna", "boss");
            for (String id : List.of("acme", "acme2")) {
                assertThatExceptionOfType(AlreadyExistsException.class)
                        .isThrownBy(() -> CompanyNodes.customer(node, CompanyNodes.OTHER_COMPANIES, id))
                        .satisfies(e -> assertThat(e.momentary()).isTrue());
            }
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> CompanyNodes.user(node, USERS, "late", "acme", Validity.VALID))
                    .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("UserCustomerID"));
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> CompanyNodes.rename(node, "acme2", "acme3"));
        });

        CompanyNodes.rename(node, "acme", "acme2");

        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("acme2", "else");
    }

    @Test
    void whoAskedForTheCustomerBeforeIsAwaitedAndMoved() throws Exception {
        Seam late = new Seam();
        CompletableFuture<List<MovedCustomerUsers>> left = new CompletableFuture<>();
        late.before("CustomerUser.add", () -> {
            left.completeAsync(() -> renamed().left());
            await().until(() ->
                    node.query("select customer_id from customer_company").contains("acme2"));
        });
        try (Node other = CompanyNodes.open(url, late)) {
            CompanyNodes.user(other, USERS, "late", "acme", Validity.VALID);

            assertThat(left.get(1, TimeUnit.MINUTES)).isEmpty();
        }
        assertThat(node.query("select customer_id from customer_user where login = 'late'"))
                .containsExactly("acme2");
        assertThat(node.query(PENDING)).isEmpty();
    }

    private CustomerUpdate renamed() {
        try {
            return CompanyNodes.rename(node, "acme", "acme2");
        } catch (DirectoryException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSourceThatGoesAwayInBetweenIsDoneLater() throws Exception {
        CompanyNodes.user(node, NodeTest.SECOND, "second", "acme", Validity.VALID);
        seam.before("CustomerUser1.moveCustomerUsers", () -> {
            throw NodeTest.away();
        });

        assertThat(CompanyNodes.rename(node, "acme", "acme2").left())
                .extracting(MovedCustomerUsers::source, MovedCustomerUsers::rest)
                .containsExactly(tuple(NodeTest.SECOND, Rest.UNFINISHED));
        assertThat(node.query(PENDING)).containsExactly("acme");
        assertThat(CompanyNodes.mayRead(node, "second", group)).isTrue();
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> CompanyNodes.customer(node, COMPANIES, "acme"));

        seam.clear();
        await().atMost(LEASE)
                .untilAsserted(() -> assertThat(node.query(PENDING)).isEmpty());
        assertThat(node.query("select customer_id from other_user")).containsExactly("acme2");
        CompanyNodes.onceFree(() -> CompanyNodes.customer(node, COMPANIES, "acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "rename", "moveCustomerUsers", "finish"})
    void whereverAStepFailsAnotherNodeDoesTheRest(String step) throws Exception {
        next(Map.of());
        seam.before(step, () -> {
            throw step.equals("begin") || step.equals("finish")
                    ? new StoreUnavailableException("Told to be away")
                    : NodeTest.away();
        });
        boolean told = step.equals("moveCustomerUsers") || step.equals("finish");
        if (told) {
            CompanyNodes.rename(node, "acme", "acme2");
        } else {
            assertThatExceptionOfType(DirectoryException.class)
                    .isThrownBy(() -> CompanyNodes.rename(node, "acme", "acme2"))
                    .isInstanceOfAny(StoreUnavailableException.class, UncertainException.class);
        }
        next(Map.of());

        await().atMost(LEASE)
                .untilAsserted(() -> assertThat(node.query(PENDING)).isEmpty());
        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly(told ? "acme2" : "acme", "else");
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
        assertThat(CompanyNodes.mayRead(node, "boss", group)).isTrue();
    }

    @Test
    void aRenameWhoseAnswerIsLostIsFinishedByWhoeverWritesNext() throws Exception {
        next(Map.of());
        seam.before("unfinished", () -> {
            throw new IllegalStateException("This node does not sweep");
        });
        seam.after("rename", () -> {
            throw NodeTest.away();
        });
        assertThatExceptionOfType(UncertainException.class)
                .isThrownBy(() -> CompanyNodes.rename(node, "acme", "acme2"));
        seam.after("rename", () -> {});

        assertThat(CompanyNodes.mayRead(node, "anna", group)).as("in between").isTrue();
        await().atMost(LEASE)
                .ignoreException(AlreadyExistsException.class)
                .until(() -> CompanyNodes.customer(node, COMPANIES, "acme"), done -> true);
        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("acme2", "else");
        assertThat(node.access().permissions().of(new Holder.Customer("acme"))).isEmpty();
        assertThat(node.events()).anyMatch(event -> event.startsWith("org/clientele/Customer/RENAMED"));
    }
}
