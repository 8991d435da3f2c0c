package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Permission;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.Row;
import org.clientele.spi.store.StoredPermissions.RowChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions, on every database; each subclass names one. */
abstract class PermissionContract extends AccessFixture {

    private static final long NOBODY = -1;
    private static final Set<Permission> NONE = Set.of();

    @ParameterizedTest
    @EnumSource
    void permissionsAreKeptByReferenceAndGroup(Kind kind) throws Exception {
        long users = group("users").id();
        long admins = group("admins").id();
        long first = reference(kind, "first");
        long second = reference(kind, "second");
        give(kind, first, users, RO, Permission.of("create"));
        give(kind, first, admins, RW);
        give(kind, second, users, RW);
        give(other(kind), reference(other(kind), "other"), users, RO);

        assertThat(permissions().of(kind, List.of(first, NOBODY)))
                .containsExactlyInAnyOrder(
                        new Row(first, users, RO),
                        new Row(first, users, Permission.of("create")),
                        new Row(first, admins, RW));
        assertThat(permissions().in(users, kind, List.of(first, second, NOBODY)))
                .containsExactlyInAnyOrder(
                        new Row(first, users, RO),
                        new Row(first, users, Permission.of("create")),
                        new Row(second, users, RW));
        assertThat(permissions().in(admins, kind, List.of(second))).isEmpty();
        assertThat(permissions().of(kind, List.of())).isEmpty();
        assertThat(permissions().in(users, kind, List.of())).isEmpty();
    }

    @Test
    void aCustomerHasPermissionsInEachContext() throws Exception {
        long users = group("users").id();
        long acme = customer("acme");
        give(Kind.CUSTOMER, acme, users, RO, OTHERS_RO);

        assertThat(permissions().of(Kind.CUSTOMER, List.of(acme)))
                .extracting(Row::permission)
                .containsExactlyInAnyOrder(RO, OTHERS_RO);
    }

    @Test
    void aPersonHasPermissionsInOneContextAlone() throws Exception {
        long john = person("john");
        long users = group("users").id();

        assertThatThrownBy(() -> new RowChange(Kind.CUSTOMER_USER, john, users, NONE, Set.of(OTHERS_RO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", FACE, "ro ", "RO"})
    void anyTypeIsKeptAsItIs(String type) throws Exception {
        long users = group("users").id();
        long acme = customer("acme");
        give(Kind.CUSTOMER, acme, users, RO, Permission.of(type));

        assertThat(permissions().of(Kind.CUSTOMER, List.of(acme)))
                .extracting(row -> row.permission().type())
                .containsExactlyInAnyOrder("ro", type);
        assertThat(ids(permissions().customersWith(List.of(users), Set.of(Permission.of(type)))))
                .containsExactly("acme");
        assertThat(permissions().customersWith(List.of(users), Set.of(Permission.of(type + " "))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsMadeWhereItFindsWhatItExpects(Kind kind) throws Exception {
        long users = group("users").id();
        long first = reference(kind, "first");
        long second = reference(kind, "second");
        give(kind, first, users, RO);
        give(kind, second, users, RW);
        RowChange expected = new RowChange(kind, first, users, Set.of(RO), Set.of(RO, RW));
        RowChange overtaken = new RowChange(kind, second, users, Set.of(RO, RW), NONE);

        assertThat(change(overtaken, expected)).containsExactly(expected);
        assertThat(change(overtaken, expected)).as("again").isEmpty();

        assertThat(permissions().in(users, kind, List.of(first, second)))
                .containsExactlyInAnyOrder(
                        new Row(first, users, RO), new Row(first, users, RW), new Row(second, users, RW));
    }

    @Test
    void aChangeTouchesItsReferenceAndGroupAlone() throws Exception {
        long john = person("john");
        long users = group("users").id();
        long admins = group("admins").id();
        give(Kind.CUSTOMER_USER, john, users, RO, RW);
        give(Kind.CUSTOMER_USER, john, admins, RO);
        give(Kind.CUSTOMER_USER, person("mary"), users, RO);

        change(new RowChange(Kind.CUSTOMER_USER, john, users, Set.of(RO, RW), NONE));

        assertThat(permissions().of(Kind.CUSTOMER_USER, List.of(john, person("mary"))))
                .containsExactlyInAnyOrder(new Row(john, admins, RO), new Row(person("mary"), users, RO));
    }

    @Test
    void changesOfTheSameReferenceAndGroupFollowEachOther() throws Exception {
        long john = person("john");
        long users = group("users").id();
        RowChange given = new RowChange(Kind.CUSTOMER_USER, john, users, NONE, Set.of(RO));
        RowChange raised = new RowChange(Kind.CUSTOMER_USER, john, users, Set.of(RO), Set.of(RW));
        RowChange back = new RowChange(Kind.CUSTOMER_USER, john, users, Set.of(RW), Set.of(RO));

        assertThat(change(raised, given, raised, back)).containsExactly(given, raised, back);
        assertThat(change(raised, back)).containsExactly(raised, back);
        assertThat(permissions().of(Kind.CUSTOMER_USER, List.of(john))).containsExactly(new Row(john, users, RO));
    }

    @ParameterizedTest
    @EnumSource
    void changesOfReferencesAndGroupsThatAreNotThereAreLeftOut(Kind kind) throws Exception {
        long users = group("users").id();
        long first = reference(kind, "first");
        RowChange good = new RowChange(kind, first, users, NONE, Set.of(RO));

        assertThat(change(
                        new RowChange(kind, NOBODY, users, NONE, Set.of(RO)),
                        new RowChange(kind, first, NOBODY, NONE, Set.of(RO)),
                        good))
                .containsExactly(good);
        assertThat(change(new RowChange(kind, NOBODY, NOBODY, NONE, NONE))).isEmpty();
        assertThat(change()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwentyChangesAtOnceOneIsMadeAndItsStateStands(Kind kind) throws Exception {
        long users = group("users").id();
        long first = reference(kind, "first");

        // no two write the same row: only the lock keeps them apart
        List<List<RowChange>> made = twentyAtOnce(i -> () -> change(
                new RowChange(kind, first, users, NONE, Set.of(Permission.of("a" + i), Permission.of("b" + i)))));

        List<RowChange> winners = made.stream().flatMap(List::stream).toList();
        assertThat(winners).hasSize(1);
        assertThat(permissions().of(kind, List.of(first)))
                .extracting(Row::permission)
                .containsExactlyInAnyOrderElementsOf(winners.get(0).after());
    }

    @Test
    void whoChangesTheSameInAnotherOrderComesBeforeOrAfterEverybodyElse() throws Exception {
        long users = group("users").id();
        List<RowChange> changes = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            changes.add(new RowChange(Kind.CUSTOMER, customer(name), users, NONE, Set.of(RO)));
            changes.add(new RowChange(Kind.CUSTOMER_USER, person(name), users, NONE, Set.of(RO)));
        }

        List<List<RowChange>> made = twentyAtOnce(i -> () -> {
            List<RowChange> mine = new ArrayList<>(changes);
            Collections.rotate(mine, i);
            return permissions().change(mine, ACTOR);
        });

        assertThat(made)
                .filteredOn(some -> !some.isEmpty())
                .singleElement()
                .satisfies(all -> assertThat(all).containsExactlyInAnyOrderElementsOf(changes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_user_permission (ref_id, group_id, type, created_at, created_by) values (-1, %1$d, 'ro', 0, '')",
                "customer_user_permission (ref_id, group_id, type, created_at, created_by) values (%2$d, -1, 'ro', 0, '')",
                "customer_permission (customer_ref_id, group_id, context, type, created_at, created_by)"
                        + " values (-1, %1$d, 'same', 'ro', 0, '')",
                "customer_permission (customer_ref_id, group_id, context, type, created_at, created_by)"
                        + " values (%3$d, -1, 'same', 'ro', 0, '')",
                "customer_assignment (ref_id, customer_ref_id, created_at, created_by) values (-1, %3$d, 0, '')",
                "customer_assignment (ref_id, customer_ref_id, created_at, created_by) values (%2$d, -1, 0, '')"
            })
    void theDatabaseItselfRefusesWhatHangsOnNothing(String row) throws Exception {
        long users = group("users").id();
        String insert = "insert into " + row.formatted(users, person("john"), customer("acme"));

        assertThatThrownBy(() -> database().execute(insert))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("23"));
    }

    @Test
    void aGroupOrCustomerThatSomethingHangsOnCannotBeDeleted() throws Exception {
        give(Kind.CUSTOMER, customer("acme"), group("users").id(), RO);

        assertThatThrownBy(() -> database().execute("delete from access_group")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database().execute("delete from customer_ref")).isInstanceOf(SQLException.class);
    }

    @Test
    void moreThanAThousandReferencesAreAskedAtOnce() throws Exception {
        long users = group("users").id();
        long john = person("john");
        give(Kind.CUSTOMER_USER, john, users, RO);
        List<Long> many = LongStream.rangeClosed(john - 1499, john).boxed().toList();

        assertThat(permissions().of(Kind.CUSTOMER_USER, many)).containsExactly(new Row(john, users, RO));
        assertThat(permissions().in(users, Kind.CUSTOMER_USER, many)).containsExactly(new Row(john, users, RO));
    }

    @Test
    void customersWithAPermissionComeOnceInTheOrderOfTheirKeysByCodePoint() throws Exception {
        long users = group("users").id();
        long admins = group("admins").id();
        for (String id : List.of(FACE, "b", "Ünal", "A", WIDE_TILDE)) {
            give(Kind.CUSTOMER, customer(id), users, RO, RW, OTHERS_RO);
            give(Kind.CUSTOMER, customer(id), admins, RO);
        }
        give(Kind.CUSTOMER, customer("nothing of these"), users, Permission.of("create"));
        give(Kind.CUSTOMER, customer("others"), users, OTHERS_RO);

        assertThat(ids(permissions().customersWith(List.of(users, admins), Set.of(RO, RW))))
                .containsExactly("A", "b", "Ünal", WIDE_TILDE, FACE);
        assertThat(ids(permissions().customersWith(List.of(users), Set.of(RW, OTHERS_RO))))
                .containsExactly("A", "b", "others", "Ünal", WIDE_TILDE, FACE);
        assertThat(permissions().customersWith(List.of(admins), Set.of(OTHERS_RO)))
                .isEmpty();
        assertThat(permissions().customersWith(List.of(), Set.of(RO))).isEmpty();
        assertThat(permissions().customersWith(List.of(users), Set.of())).isEmpty();
    }

    @Test
    void customersOfTwoThousandGroupsAreAskedAtOnce() throws Exception {
        long users = group("users").id();
        give(Kind.CUSTOMER, customer("acme"), users, RO);

        List<Long> many = LongStream.rangeClosed(users - 1999, users).boxed().toList();
        assertThat(ids(permissions().customersWith(many, Set.of(RO)))).containsExactly("acme");
    }

    @Test
    void peopleWithAPermissionComeOnceHoweverTheyGotIt() throws Exception {
        long users = group("users").id();
        long admins = group("admins").id();
        give(Kind.CUSTOMER, customer("acme"), users, RO, OTHERS_RO);
        give(Kind.CUSTOMER, customer("umbrella"), users, RW);
        give(Kind.CUSTOMER, customer("elsewhere"), admins, RO);
        give(Kind.CUSTOMER_USER, person("both"), users, RO, RW);
        assign(person("both"), customer("acme"), customer("umbrella"));
        assign(person("assigned"), customer("acme"), customer("elsewhere"));
        assign(person("in another group"), customer("elsewhere"));
        give(Kind.CUSTOMER_USER, person("given"), users, RW);
        give(Kind.CUSTOMER_USER, person("given else"), users, Permission.of("create"));
        person("nobody");

        assertThat(people(users, RO, RW)).containsExactly("assigned", "both", "given");
        assertThat(people(users, RW)).containsExactly("both", "given");
        assertThat(people(users, OTHERS_RO)).as("in another context").containsExactly("assigned", "both");
        assertThat(people(users)).isEmpty();
        assertThat(people(NOBODY, RO)).isEmpty();
    }

    @Test
    void pagesOfPeopleHaveNeitherDuplicatesNorGaps() throws Exception {
        long users = group("users").id();
        give(Kind.CUSTOMER, customer("acme"), users, RO);
        List<String> logins = new ArrayList<>(List.of(
                "O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", FACE, OTHER_FACE, WIDE_TILDE, "a", "a ", "x".repeat(400)));
        for (int i = 0; i < 30; i++) {
            logins.add("user" + i);
        }
        for (int i = 0; i < logins.size(); i++) {
            if (i % 3 != 1) {
                assign(person(logins.get(i)), customer("acme"));
            }
            if (i % 3 != 0) {
                give(Kind.CUSTOMER_USER, person(logins.get(i)), users, RO);
            }
        }

        logins.sort((left, right) -> OrderKey.COMPARATOR.compare(OrderKey.of(left), OrderKey.of(right)));
        for (int limit : new int[] {1, 4, 100}) {
            assertThat(paged(users, limit)).as("%d at once", limit).isEqualTo(logins);
        }
    }

    @Test
    void aPersonIsAnsweredAsHeIsKept() throws Exception {
        long users = group("users").id();
        Claim claim = new Claim("CustomerUser", "john", "John", Optional.of("4711"));
        Owner john = database().store().confirm(claim);
        give(Kind.CUSTOMER_USER, john.id(), users, RO);
        assertThat(permissions().customerUsersWith(users, Set.of(RO), Optional.empty(), 1))
                .containsExactly(john);

        Owner pending = database().store().renames().begin(claim, new Owner.NewLogin("mary", "Mary"));
        assertThat(permissions().customerUsersWith(users, Set.of(RO), Optional.empty(), 1))
                .containsExactly(pending);

        database().store().renames().finish(pending);
        assertThat(people(users, RO)).containsExactly("Mary");
    }

    @Test
    void whoOwnsNoLoginIsLeftOut() throws Exception {
        long users = group("users").id();
        give(Kind.CUSTOMER, customer("acme"), users, RO);
        for (String login : List.of("here", "departed", "retired")) {
            give(Kind.CUSTOMER_USER, person(login), users, RO);
            assign(person(login), customer("acme"));
        }
        database().store().depart("departed", Set.of("CustomerUser"));
        owner("retired", "CustomerUser1");
        person("departed");

        assertThat(people(users, RO)).containsExactly("here");
    }

    private List<RowChange> change(RowChange... changes) throws StoreUnavailableException {
        return permissions().change(List.of(changes), ACTOR);
    }

    private List<String> people(long group, Permission... any) throws StoreUnavailableException {
        return permissions().customerUsersWith(group, Set.copyOf(Arrays.asList(any)), Optional.empty(), PLENTY).stream()
                .map(Owner::login)
                .toList();
    }

    private List<String> paged(long group, int limit) throws StoreUnavailableException {
        List<String> logins = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<Owner> page;
        do {
            page = permissions().customerUsersWith(group, Set.of(RO), after, limit);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            for (Owner owner : page) {
                logins.add(owner.login());
                after = Optional.of(owner.loginKey());
            }
        } while (!page.isEmpty());
        return logins;
    }

    private long reference(Kind kind, String name) throws StoreUnavailableException {
        return kind == Kind.CUSTOMER ? customer(name) : person(name);
    }

    private static Kind other(Kind kind) {
        return kind == Kind.CUSTOMER ? Kind.CUSTOMER_USER : Kind.CUSTOMER;
    }

    private static List<String> ids(List<CustomerReference> customers) {
        return customers.stream().map(CustomerReference::customerId).toList();
    }
}
