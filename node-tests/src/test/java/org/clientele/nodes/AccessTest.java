package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Context;
import org.clientele.access.CustomerAccess;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Reason;
import org.clientele.access.Reason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, permissions, assignments and what follows from them, over real tables. */
class AccessTest {
    private static final Permission RO = Permission.of("ro");
    private static final Permission RW = Permission.of("rw");
    private static final Permission OTHERS = new Permission(Context.OTHER_CUSTOMERS, "ro");
    private static final Holder ANNA = new Holder.CustomerUser("anna");
    private static final Holder ACME = new Holder.Customer("acme");

    private AccessNode node;
    private Group sales;

    @BeforeEach
    void open() throws Exception {
        node = AccessNode.open(Map.of());
        node.customer("acme", Validity.VALID);
        node.customer("other", Validity.VALID);
        node.user("anna", "acme", List.of(), Validity.VALID);
        sales = node.group("Sales", Validity.VALID);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", "😀"})
    void aGroupIsFoundByItsNameInAnyCaseWhateverItIs(String name) throws Exception {
        Group group = node.access().groups().add(name, "a\ncomment", Validity.VALID, Actor.program("test"));

        assertThat(node.access().groups().find(name.toUpperCase(Locale.ROOT))).contains(group);
        assertThat(node.access().groups().list()).contains(group, sales);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.group(name.toLowerCase(Locale.ROOT), Validity.INVALID));
    }

    @Test
    void namesAndCommentsOfGroupsAreBounded() {
        for (String name : new String[] {"", " ", "a\0", "a\u200bb", "x".repeat(192)}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.group(name, Validity.VALID))
                    .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("name"));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> node.access().groups().add("a", "x".repeat(251), Validity.VALID, Actor.program("test")))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("comment"));
    }

    @Test
    void aGroupThatWasChangedMeanwhileIsNotOverwritten() throws Exception {
        Group renamed = node.access()
                .groups()
                .update(new Group(sales.id(), "Selling", "", Validity.VALID, sales.version()), Actor.program("test"));

        assertThat(renamed.name()).isEqualTo("Selling");
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> node.access().groups().update(sales, Actor.program("test")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.access()
                        .groups()
                        .update(new Group(99, "a", "", Validity.VALID, 1), Actor.program("test")));
        assertThat(node.access().groups().find("sales")).isEmpty();
    }

    @Test
    void aPermissionStaysWithThePersonWhateverHisLogin() throws Exception {
        node.give(ANNA, sales, RO);

        node.node().rename("anna", "anna.berg");

        assertThat(node.access().permissions().of(new Holder.CustomerUser("ANNA.berg")))
                .isEqualTo(Map.of(sales.id(), Set.of(RO)));
        node.node().add("CustomerUser", "anna", "another@example.com");
        assertThat(node.access().permissions().of(ANNA)).isEmpty();
        assertThat(node.members(sales, "ro", 10)).containsExactly("anna.berg");
    }

    @Test
    void whoGetsTheLoginOfSomebodyGoneInheritsNothing() throws Exception {
        node.give(ANNA, sales, RW);
        node.assign("anna", "other");
        node.node().execute("delete from customer_user where login = 'anna'");
        node.user("anna", "acme", List.of(), Validity.VALID);

        assertThat(node.access().permissions().of(ANNA)).isEmpty();
        assertThat(node.access().assignments().customers("anna")).containsExactly("acme");
        assertThat(node.members(sales, "ro", 10)).isEmpty();
    }

    @Test
    void rwIsStoredAloneAndImpliesTheOthers() throws Exception {
        assertThat(node.give(ANNA, sales, RO, RW))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).containsExactly(RW));

        assertThat(node.access().permissions().of(ANNA)).isEqualTo(Map.of(sales.id(), Set.of(RW)));
        assertThat(node.access().effective().may("anna", "SALES", "move_into")).isTrue();
        assertThat(node.access().permissions().in(sales.id(), List.of(ANNA, ACME)))
                .isEqualTo(Map.of(ANNA, Set.of(RW)));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsLeftOut() throws Exception {
        node.give(ANNA, sales, RO);
        PermissionChange late = new PermissionChange(ANNA, sales.id(), Set.of(), Set.of(RW));

        assertThat(node.access().permissions().change(List.of(late), Actor.program("test")))
                .isEmpty();
        assertThat(node.access().permissions().of(ANNA)).isEqualTo(Map.of(sales.id(), Set.of(RO)));
    }

    @Test
    void aChangeIsTakenBackByItsOpposite() throws Exception {
        List<PermissionChange> made = node.give(ACME, sales, RO, OTHERS);

        node.access()
                .permissions()
                .change(made.stream().map(PermissionChange::undone).toList(), Actor.program("test"));

        assertThat(node.access().permissions().of(ACME)).isEmpty();
    }

    @Test
    void whatIsNotConfiguredAtTheMomentIsNotLostByAnotherChange() throws Exception {
        node.give(ACME, sales, RO, OTHERS, Permission.of("move_into"));
        node.reopen(Map.of("otherCustomers", "0", "permissionTypes", "ro,rw"));

        // as a screen would that shows what is configured alone
        node.give(ACME, sales);
        assertThat(node.access().permissions().of(ACME).get(sales.id()))
                .containsExactlyInAnyOrder(OTHERS, Permission.of("move_into"));
        assertThat(node.give(ACME, sales, RO)).hasSize(1);
        assertThat(node.access().permissions().of(ACME).get(sales.id())).hasSize(3);
        assertThat(node.access().effective().groups("anna").get(0).types()).containsOnlyKeys("ro");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.give(new Holder.Customer("other"), sales, OTHERS))
                .withMessageContaining("otherCustomers");
    }

    @Test
    void whatIsNotThereOrNotConfiguredIsRefusedAndNothingIsChanged() throws Exception {
        PermissionChange good = new PermissionChange(ANNA, sales.id(), Set.of(), Set.of(RO));
        refused(good, new PermissionChange(ANNA, sales.id(), Set.of(), Set.of(Permission.of("own"))), "type");
        refused(good, new PermissionChange(ANNA, sales.id(), Set.of(), Set.of(OTHERS)), "context");
        refused(good, new PermissionChange(ANNA, 99, Set.of(), Set.of(RO)), "group");
        for (Holder nobody : List.of(new Holder.CustomerUser("nobody"), new Holder.Customer("nowhere"))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.access()
                            .permissions()
                            .change(
                                    List.of(good, new PermissionChange(nobody, sales.id(), Set.of(), Set.of(RO))),
                                    Actor.program("test")));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.access().permissions().of(nobody));
        }
        assertThat(node.access().permissions().of(ANNA)).isEmpty();
    }

    private void refused(PermissionChange good, PermissionChange bad, String field) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.access().permissions().change(List.of(good, bad), Actor.program("test")))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys(field));
    }

    @Test
    void everyPermissionHasItsReasons() throws Exception {
        node.assign("anna", "other");
        node.give(ANNA, sales, RO);
        node.give(ACME, sales, RW);
        node.give(new Holder.Customer("other"), sales, RO);
        node.group("users", Validity.VALID);

        List<GroupAccess> groups = node.access().effective().groups("anna");

        assertThat(groups).extracting(access -> access.group().name()).containsExactly("Sales", "users");
        assertThat(groups.get(0).types())
                .containsEntry(
                        "ro",
                        List.of(
                                Reason.of(Kind.DIRECT),
                                Reason.through(Kind.CUSTOMER, "acme"),
                                Reason.through(Kind.CUSTOMER, "other")))
                .containsEntry("rw", List.of(Reason.through(Kind.CUSTOMER, "acme")));
        assertThat(groups.get(1).types().get("ro"))
                .contains(Reason.of(Kind.ALWAYS), Reason.through(Kind.CUSTOMER_ALWAYS, "acme"));
    }

    @Test
    void whoIsInvalidMayNothingAndIsNoMember() throws Exception {
        node.give(ANNA, sales, RO);
        node.node().update("anna", Map.of("ValidID", "2"));

        assertThat(node.access().effective().groups("anna")).isEmpty();
        assertThat(node.access().effective().customers("anna")).isEmpty();
        assertThat(node.members(sales, "ro", 10)).isEmpty();
    }

    @Test
    void customersComeFromTheRecordThenFromAssignmentsEachOnce() throws Exception {
        node.customer("Third", Validity.VALID);
        node.user("bert", "acme", List.of("third", "ACME"), Validity.VALID);
        for (String customer : List.of("other", "acme", "Third")) {
            node.assign("bert", customer);
        }

        assertThat(node.access().assignments().customers("bert")).containsExactly("acme", "third", "ACME", "other");
        assertThat(node.access().assignments().assigned("bert")).containsExactly("acme", "other", "Third");
        assertThat(node.access().assignments().assignedTo("OTHER", List.of("Bert", "anna", "nobody")))
                .containsExactly("Bert");
    }

    @Test
    void anAssignmentIsMadeAndTakenBackOnce() throws Exception {
        Assignment made = new Assignment("anna", "other", true);

        assertThat(node.access().assignments().change(List.of(made), Actor.program("test")))
                .containsExactly(made);
        assertThat(node.access().assignments().change(List.of(made), Actor.program("test")))
                .isEmpty();
        assertThat(node.access().assignments().change(List.of(made.undone()), Actor.program("test")))
                .containsExactly(made.undone());
        assertThat(node.access().assignments().assigned("anna")).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> node.assign("anna", "nowhere"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> node.assign("nobody", "other"));
    }

    @Test
    void accessToOtherCustomersComesThroughSharedGroups() throws Exception {
        node.customer("gone", Validity.INVALID);
        node.customer("third", Validity.VALID);
        node.give(ACME, sales, OTHERS);
        node.give(new Holder.Customer("other"), sales, RO);
        node.give(new Holder.Customer("gone"), sales, RO);

        List<CustomerAccess> customers = node.access().effective().customers("anna");

        assertThat(customers)
                .extracting(
                        access -> access.customer().customerId(),
                        CustomerAccess::direct,
                        access -> access.through().size())
                .containsExactly(tuple("acme", true, 0), tuple("other", false, 1));
        // seeing what belongs to others gives no permission in the group itself
        assertThat(node.access().effective().groups("anna")).isEmpty();
    }

    @Test
    void withoutGroupSupportEverybodyMayEverything() throws Exception {
        try (AccessNode open = AccessNode.open(Map.of("groupSupport", "0"))) {
            open.user("anna", "acme", List.of(), Validity.VALID);
            Group group = open.group("Sales", Validity.VALID);

            assertThat(open.access().effective().may("anna", "Sales", "rw")).isTrue();
            assertThat(open.members(group, "rw", 1)).containsExactly("anna");
        }
    }

    @Test
    void fiftyWhoSaveOneRowLeaveWhatOneOfThemWanted() throws Exception {
        List<Callable<List<PermissionChange>>> savers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Permission wanted = i % 2 == 0 ? RO : RW;
            savers.add(() -> node.access()
                    .permissions()
                    .change(
                            List.of(new PermissionChange(ANNA, sales.id(), Set.of(), Set.of(wanted))),
                            Actor.program("test")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        int made = 0;
        try {
            for (Future<List<PermissionChange>> saver : threads.invokeAll(savers)) {
                made += saver.get().size();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).isEqualTo(1);
        assertThat(node.access().permissions().of(ANNA).get(sales.id())).hasSize(1);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheCustomers() throws Exception {
        List<Integer> groups = new ArrayList<>();
        List<Integer> customers = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        int there = 0;
        for (int size : new int[] {1, 10, 100}) {
            for (; there < size; there++) {
                node.customer("c" + there, Validity.VALID);
                node.give(new Holder.Customer("c" + there), sales, RO, OTHERS);
                node.assign("anna", "c" + there);
            }
            node.node().statements().taken();
            assertThat(node.access().effective().groups("anna").get(0).types().get("ro"))
                    .hasSize(size);
            groups.add(node.node().statements().taken().size());
            assertThat(node.access().effective().customers("anna")).hasSize(size + 1);
            customers.add(node.node().statements().taken().size());
            assertThat(node.members(sales, "ro", 10)).containsExactly("anna");
            members.add(node.node().statements().taken().size());
        }
        assertThat(groups.get(0)).isPositive();
        assertThat(groups).containsOnly(groups.get(0));
        assertThat(customers).containsOnly(customers.get(0));
        assertThat(members).containsOnly(members.get(0));
    }

    @Test
    void membersOfNoGroupCursorAndTypeAreRefused() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.access().effective().members(99, "ro", Optional.empty(), 1));
        for (int limit : new int[] {0, 1001}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.access().effective().members(sales.id(), "ro", Optional.empty(), limit));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.access().effective().members(sales.id(), "own", Optional.empty(), 1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.access().effective().members(sales.id(), "ro", Optional.of("x"), 1));
    }
}
