package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.customer.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tests of the reference product say of customers, customer users, assignments, groups and preferences, with its permission
 * types {@code ro}, {@code move_into} and {@code rw} and both contexts. Where it answers <em>false</em>, a failure says why. By the
 * numbers of the catalogue of behaviours:
 * <ul>
 *   <li>28 to 35, 73: {@link #aCustomerIsReadAsItWasAddedAndAsItWasChanged}
 *   <li>70, 71, 74, 76: {@link #aRenamedCustomerKeepsWhoBelongsToIt}
 *   <li>77 to 83: {@link #anAssignmentNeedsBothItsSidesAndIsListedInOrder}; it is only for who exists
 *   <li>85 to 88, 100 to 104: {@link #whatIsMissingOrUnknownIsRefusedByName}; who is not known is an error, not an empty list
 *   <li>89 to 94, 106, 107: {@link #theTypesOfADirectPermissionAreThoseThatWereGiven}
 *   <li>95, 112, 113, 116: {@link #permissionsOfTheCustomerAreInheritedInTheDefaultContext}
 *   <li>97: {@link #alwaysGroupsOfUsersGiveEveryTypeToWhoHasNoRows}
 *   <li>98: {@link #alwaysGroupsOfCustomersGiveEveryTypeInTheDefaultContextAlone}
 *   <li>109, 110: {@link #threeMembersAndThreeCustomersOfAGroupAreListedEachOnce}
 *   <li>115: {@link #directAndInheritedPermissionsAreOneListOfGroups}
 *   <li>118 to 121: {@link #severalCustomersOfAGroupAreReachedThroughIt}
 *   <li>122: {@link #validPeopleAreTheMembersOfAGroup}
 *   <li>152: {@link #noPreferenceHasTheNameOfWhatTheRecordTells}
 *   <li>172: {@link #aCustomerThatDoesNotExistIsKeptWhereOnlyNamesAreChanged}
 * </ul>
 * 154 to 161 are in {@code CatalogueOfCommandsTest} of {@code shell}, 163 to 179 in {@code CatalogueOfScreensTest} of {@code
 * admin-webconsole}.
 */
class ReferenceCatalogueTest {
    private static final Actor ACTOR = Actor.program("test");
    private static final Permission RO = Permission.of("ro");
    private static final Permission RW = Permission.of("rw");
    private static final Holder USER = new Holder.CustomerUser("UID");
    private static final Holder CUSTOMER = new Holder.Customer("CID");

    private AccessNode node;
    private Group users;
    private Group second;
    private Group third;

    @BeforeEach
    void open() throws Exception {
        node = AccessNode.open(Map.of("alwaysGroups", "", "customerAlwaysGroups", ""));
        node.customer("CID", Validity.VALID);
        node.customer("C2", Validity.VALID);
        node.customer("C3", Validity.VALID);
        node.user("UID", "CID", List.of(), Validity.VALID);
        users = node.group("users", Validity.VALID);
        second = node.group("second", Validity.VALID);
        third = node.group("third", Validity.VALID);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "ä", "カス"})
    void aCustomerIsReadAsItWasAddedAndAsItWasChanged(String end) throws Exception {
        String id = "Example-Customer-Company" + end;
        node.customer(id, Validity.VALID);
        assertThat(stored(id).value("CustomerCompanyName")).isEqualTo("Name of " + id);

        for (String country : List.of("USA", "Germany")) {
            node.node()
                    .customers()
                    .update(new Change(
                            id,
                            Map.of("CustomerCompanyCountry", country, "CustomerCompanyZIP", "0"),
                            Optional.empty(),
                            Optional.empty(),
                            ACTOR));
            assertThat(stored(id).value("CustomerCompanyCountry")).isEqualTo(country);
        }

        assertThat(stored(id).value("CustomerCompanyZIP")).isEqualTo("0");
        assertThat(found("Example")).containsExactly(id);
        assertThat(found("Foo-123FALSE-Example*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"johndoe2", "max + & # () *", "moritz + & # () *"})
    void aRenamedCustomerKeepsWhoBelongsToIt(String newId) throws Exception {
        assertThat(CompanyNodes.rename(node.node(), "CID", newId).left()).isEmpty();
        node.node().rename("UID", "U-" + newId);

        assertThat(node.node().users().ask("U-" + newId).entry().orElseThrow().customerIds())
                .containsExactly(newId);
        assertThat(CompanyNodes.rename(node.node(), newId, "back").left()).isEmpty();
        node.node().rename("U-" + newId, "moritz");
        assertThat(node.node().users().ask("moritz").entry().orElseThrow().customerIds())
                .containsExactly("back");
    }

    @Test
    void noPreferenceHasTheNameOfWhatTheRecordTells() throws Exception {
        Map<String, List<String>> record =
                node.node().users().ask("UID").entry().orElseThrow().fields();
        List<String> keys = new ArrayList<>(List.of("UserPassword", "UserID", "ChangeTime", "CreateBy", "userlogin"));
        keys.addAll(record.keySet());
        keys.addAll(List.of("UserTitle", "UserPhone", "UserComment", "UserCustomerIDs"));

        for (String key : keys) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(key)
                    .isThrownBy(() -> node.node().preferences().set("UID", key, "Override"))
                    .withMessageContaining("change the record instead");
        }

        assertThat(node.node().users().ask("UID").entry().orElseThrow().fields())
                .isEqualTo(record)
                .containsKeys("UserLogin", "UserEmail", "UserFirstname", "UserCustomerID", "ValidID");
        assertThat(node.node().preferences().get("UID")).isEmpty();
    }

    @Test
    void aCustomerThatDoesNotExistIsKeptWhereOnlyNamesAreChanged() throws Exception {
        node.reopenWithUsers(Map.of("customerCompanySupport", "1"));
        node.node().execute("update customer_user set customer_id = 'nowhere' where login = 'UID'");

        node.node().update("UID", Map.of("UserFirstname", "Ünal", "UserLastname", "O'Brien"));

        assertThat(node.node().users().ask("UID").entry().orElseThrow())
                .returns("nowhere", user -> user.value("UserCustomerID"))
                .returns("O'Brien", user -> user.value("UserLastname"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.node().update("UID", Map.of("UserCustomerID", "nowhere else")));
    }

    @Test
    void threeMembersAndThreeCustomersOfAGroupAreListedEachOnce() throws Exception {
        for (String login : List.of("UID", "UID-1", "UID-2")) {
            if (!login.equals("UID")) {
                node.user(login, "C2", List.of(), Validity.VALID);
            }
            node.give(new Holder.CustomerUser(login), users, RO);
        }
        List<Holder> customers = List.of(CUSTOMER, new Holder.Customer("C2"), new Holder.Customer("C3"));
        for (Holder customer : customers) {
            node.give(customer, second, RO);
        }

        assertThat(node.members(users, "ro", 10)).containsExactly("UID", "UID-1", "UID-2");
        assertThat(node.access().permissions().in(second.id(), customers))
                .containsOnlyKeys(customers)
                .allSatisfy((customer, given) -> assertThat(given).containsExactly(RO));
    }

    @Test
    void anAssignmentNeedsBothItsSidesAndIsListedInOrder() throws Exception {
        node.user("U2", "C3", List.of(), Validity.VALID);
        for (Assignment bad : List.of(
                new Assignment("", "C2", true), new Assignment("UID", "", true), new Assignment("UID", "no", true))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.access().assignments().change(List.of(bad), ACTOR));
        }
        for (String login : List.of("UID", "U2")) {
            node.assign(login, "C2");
        }
        assertThat(node.access().assignments().assignedTo("C2", List.of("U2", "UID")))
                .containsExactly("U2", "UID");

        for (String login : List.of("UID", "U2")) {
            node.access().assignments().change(List.of(new Assignment(login, "C2", false)), ACTOR);
            assertThat(node.access().assignments().assigned(login)).isEmpty();
        }
        assertThat(node.access().assignments().assignedTo("C2", List.of("U2", "UID")))
                .isEmpty();
    }

    @Test
    void theTypesOfADirectPermissionAreThoseThatWereGiven() throws Exception {
        assertThat(node.give(USER, users)).isEmpty();
        node.give(USER, users, RO, Permission.of("move_into"));

        assertThat(types("UID")).containsExactly(Map.entry("users", Set.of("ro", "move_into")));
        assertThat(node.access().effective().may("UID", "users", "rw")).isFalse();
        assertThat(node.members(users, "rw", 10)).isEmpty();

        node.give(USER, users, RW);
        assertThat(types("UID")).containsExactly(Map.entry("users", Set.of("ro", "move_into", "rw")));
        node.give(USER, users);
        assertThat(types("UID")).isEmpty();
    }

    @Test
    void whatIsMissingOrUnknownIsRefusedByName() throws Exception {
        PermissionChange unknownType = new PermissionChange(USER, users.id(), Set.of(), Set.of(Permission.of("xx")));
        PermissionChange unknownGroup = new PermissionChange(USER, 99_999_999, Set.of(), Set.of(RO));
        for (PermissionChange bad : List.of(unknownType, unknownGroup)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.access().permissions().change(List.of(bad), ACTOR));
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.access().effective().groups("nobody"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.access().effective().members(99_999_999, "ro", Optional.empty(), 10));
        assertThat(node.access().effective().may("UID", "nowhere", "ro")).isFalse();
    }

    @Test
    void alwaysGroupsOfUsersGiveEveryTypeToWhoHasNoRows() throws Exception {
        node.reopen(Map.of("alwaysGroups", "users", "customerAlwaysGroups", ""));

        assertThat(types("UID")).containsExactly(Map.entry("users", Set.of("ro", "move_into", "rw")));
    }

    @Test
    void alwaysGroupsOfCustomersGiveEveryTypeInTheDefaultContextAlone() throws Exception {
        node.reopen(Map.of("alwaysGroups", "", "customerAlwaysGroups", "users"));

        assertThat(types("UID")).containsExactly(Map.entry("users", Set.of("ro", "move_into", "rw")));
        assertThat(node.access().effective().customers("UID"))
                .extracting(access -> access.customer().customerId())
                .containsExactly("CID");
    }

    @Test
    void permissionsOfTheCustomerAreInheritedInTheDefaultContext() throws Exception {
        node.give(USER, users, RO);
        node.give(CUSTOMER, users, new Permission(Context.OTHER_CUSTOMERS, "rw"));
        assertThat(node.members(users, "rw", 10)).isEmpty();

        node.give(CUSTOMER, users, RW, new Permission(Context.OTHER_CUSTOMERS, "ro"));
        assertThat(node.access().effective().may("UID", "users", "rw")).isTrue();
        assertThat(node.members(users, "rw", 10)).containsExactly("UID");
        assertThat(node.access().permissions().in(users.id(), List.of(USER)))
                .as("given, not inherited")
                .containsOnly(Map.entry(USER, Set.of(RO)));
    }

    @Test
    void directAndInheritedPermissionsAreOneListOfGroups() throws Exception {
        for (Group group : List.of(users, second, third)) {
            node.give(USER, group, RO);
        }
        node.give(CUSTOMER, third, RW);

        assertThat(types("UID").keySet()).containsExactly("second", "third", "users");
        assertThat(types("UID"))
                .containsEntry("users", Set.of("ro"))
                .containsEntry("third", Set.of("ro", "move_into", "rw"));
    }

    @Test
    void severalCustomersOfAGroupAreReachedThroughIt() throws Exception {
        Permission others = new Permission(Context.OTHER_CUSTOMERS, "ro");
        node.give(CUSTOMER, users, RO, others);
        node.give(new Holder.Customer("C2"), users, RO);
        assertThat(reached()).containsExactly("C2", "CID");

        node.give(new Holder.Customer("C3"), users, RW);
        assertThat(reached()).containsExactly("C2", "C3", "CID");

        node.give(CUSTOMER, users, RW, new Permission(Context.OTHER_CUSTOMERS, "rw"));
        assertThat(reached()).containsExactly("C2", "C3", "CID");
    }

    @Test
    void validPeopleAreTheMembersOfAGroup() throws Exception {
        node.user("jdoe1", "C2", List.of(), Validity.VALID);
        node.user("jdoe2", "C3", List.of(), Validity.VALID);
        node.user("jdoe3", "C3", List.of(), Validity.INVALID_TEMPORARILY);
        for (String login : List.of("jdoe2", "jdoe1", "jdoe3")) {
            node.give(new Holder.CustomerUser(login), users, RO);
        }

        assertThat(node.members(users, "ro", 1)).containsExactly("jdoe1", "jdoe2");
    }

    private Customer stored(String id) {
        return node.node().customers().ask(id).entry().orElseThrow();
    }

    private List<String> found(String text) throws Exception {
        return node.node().customers().list(ListRequest.ALL.withSearch(text)).rows().stream()
                .map(Customer::customerId)
                .toList();
    }

    private Map<String, Set<String>> types(String login) throws Exception {
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (GroupAccess access : node.access().effective().groups(login)) {
            types.put(access.group().name(), access.types().keySet());
        }
        return types;
    }

    private List<String> reached() throws Exception {
        return node.access().effective().customers("UID").stream()
                .map(access -> access.customer().customerId())
                .toList();
    }
}
