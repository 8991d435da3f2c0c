package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReferences;
import org.clientele.spi.store.StoredAssignments.RowChange;
import org.clientele.spi.store.StoredGroups.Added;
import org.clientele.spi.store.StoredGroups.Updated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, references to customers and assignments, on every database; each subclass names one. */
abstract class AccessContract extends AccessFixture {

    private static final List<String> LOOK_ALIKES =
            List.of("Müller", "Muller", "mu\u0308ller", "strasse", "straße", FACE, OTHER_FACE, "a", "a ", "%", "_");

    private static final long NOBODY = -1;

    @Test
    void aGroupIsAddedAsItWasGiven() throws Exception {
        Group group = ((Added.Done) groups().add("Users", "All of them", Validity.INVALID, PLENTY, ACTOR)).group();

        assertThat(group).isEqualTo(new Group(group.id(), "Users", "All of them", Validity.INVALID, 1));
        assertThat(groups().find(group.id())).contains(group);
        assertThat(groups().all()).containsExactly(group);
        assertThat(groups().find(NOBODY)).isEmpty();
    }

    @Test
    void groupsAreListedInTheOrderOfTheirKeysByCodePoint() throws Exception {
        for (String name : List.of(FACE, "b", "Ünal", "A", WIDE_TILDE, "B ", "カス", "a-1")) {
            group(name);
        }

        assertThat(groups().all())
                .extracting(Group::name)
                .containsExactly("A", "a-1", "b", "B ", "Ünal", "カス", WIDE_TILDE, FACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", FACE, " leading", "trailing "})
    void anyNameAndCommentIsKept(String text) throws Exception {
        Group group = ((Added.Done) groups().add(text, text, Validity.VALID, PLENTY, ACTOR)).group();

        assertThat(groups().find(group.id())).contains(new Group(group.id(), text, text, Validity.VALID, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ü", "カ", FACE})
    void theLongestNameAndCommentFit(String letter) throws Exception {
        anyNameAndCommentIsKept(letter.repeat(191));
        Group group = groups().all().get(0);
        groups().update(new Group(group.id(), "short", letter.repeat(250), Validity.VALID, 1), ACTOR);

        assertThat(groups().find(group.id()).orElseThrow().comment()).isEqualTo(letter.repeat(250));
    }

    @Test
    void namesThatOnlyLookAlikeAreOfTwoGroups() throws Exception {
        for (String name : LOOK_ALIKES) {
            group(name);
        }

        assertThat(groups().all()).extracting(Group::name).containsExactlyInAnyOrderElementsOf(LOOK_ALIKES);
    }

    @Test
    void aNameIsTakenInWhateverCase() throws Exception {
        Group first = group("Ünal");
        Group second = group("other");

        assertThat(groups().add("üNAL", "", Validity.VALID, PLENTY, ACTOR)).isEqualTo(new Added.NameTaken());
        assertThat(groups().update(named(second, "ÜNAL"), ACTOR)).isEqualTo(new Updated.NameTaken());
        assertThat(groups().update(named(first, "ÜNAL"), ACTOR)).as("its own").isInstanceOf(Updated.Done.class);
        assertThat(groups().find(second.id())).contains(second);
    }

    @Test
    void twentyAddsOfOneNameAtOnceMakeOneGroup() throws Exception {
        List<Added> added = twentyAtOnce(
                i -> () -> groups().add(i % 2 == 0 ? "users" : "USERS", "", Validity.VALID, PLENTY, ACTOR));

        assertThat(added).filteredOn(Added.Done.class::isInstance).hasSize(1);
        assertThat(added).filteredOn(Added.NameTaken.class::isInstance).hasSize(19);
        assertThat(groups().all()).hasSize(1);
    }

    @Test
    void ofTwentyGroupsThatTakeOneNameAtOnceOneGetsIt() throws Exception {
        List<Group> all = IntStream.range(0, 20)
                .mapToObj(i -> unchecked(() -> group("group" + i)))
                .toList();

        List<Updated> updated = twentyAtOnce(i -> () -> groups().update(named(all.get(i), "users"), ACTOR));

        assertThat(updated).filteredOn(Updated.Done.class::isInstance).hasSize(1);
        assertThat(updated).filteredOn(Updated.NameTaken.class::isInstance).hasSize(19);
    }

    @Test
    void noMoreGroupsThanAllowed() throws Exception {
        group("a");
        group("b");

        assertThat(groups().add("c", "", Validity.VALID, 2, ACTOR)).isEqualTo(new Added.Full());
        assertThat(groups().all()).hasSize(2);
    }

    @Test
    void anUpdateRaisesTheVersionAndAnOlderOneIsStale() throws Exception {
        Group before = group("users");
        Group wanted = new Group(before.id(), "people", "new", Validity.INVALID_TEMPORARILY, 1);

        Group after = ((Updated.Done) groups().update(wanted, ACTOR)).group();

        assertThat(after).isEqualTo(new Group(before.id(), "people", "new", Validity.INVALID_TEMPORARILY, 2));
        assertThat(groups().find(before.id())).contains(after);
        assertThat(groups().update(wanted, ACTOR)).isEqualTo(new Updated.Stale(after));
        assertThat(groups().find(before.id())).contains(after);
    }

    @Test
    void ofTwentyUpdatesOfOneVersionAtOnceOneIsMade() throws Exception {
        Group group = group("users");

        List<Updated> updated = twentyAtOnce(i -> () -> groups().update(named(group, "users" + i), ACTOR));

        Group after = groups().find(group.id()).orElseThrow();
        assertThat(updated).filteredOn(new Updated.Done(after)::equals).hasSize(1);
        assertThat(updated).filteredOn(new Updated.Stale(after)::equals).hasSize(19);
    }

    @Test
    void aGroupThatIsNotThereIsMissing() throws Exception {
        assertThat(groups().update(new Group(NOBODY, "users", "", Validity.VALID, 1), ACTOR))
                .isEqualTo(new Updated.Missing());
    }

    @Test
    void aValidityThatNobodyKnowsIsInvalid() throws Exception {
        group("users");
        database().execute("update access_group set valid_id = 9");

        assertThat(groups().all()).extracting(Group::validity).containsExactly(Validity.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", FACE})
    void anActorWithALongNameIsCut(String letter) throws Exception {
        Group group = ((Added.Done) groups().add("users", "", Validity.VALID, PLENTY, letter.repeat(101))).group();
        groups().update(group, "O'Brien");

        assertThat(database().query("select created_by from access_group")).containsExactly(letter.repeat(100));
        assertThat(database().query("select changed_by from access_group")).containsExactly("O'Brien");
    }

    @Test
    void aCustomerHasOneReference() throws Exception {
        CustomerReference made = customers().reference("acme", "ACME");

        assertThat(made).isEqualTo(new CustomerReference(made.id(), "acme", "ACME", Optional.empty()));
        assertThat(customers().reference("acme", "ACME")).isEqualTo(made);
        assertThat(customers().of(List.of("acme", "other"))).containsExactly(Map.entry("acme", made));
        assertThat(customers().of(List.of())).isEmpty();
    }

    @Test
    void twentyTimesTheSameCustomerAtOnceIsOneReference() throws Exception {
        List<CustomerReference> made = twentyAtOnce(i -> () -> customers().reference("acme", "acme"));

        assertThat(made).containsOnly(made.get(0));
        assertThat(database().query("select id from customer_ref"))
                .containsExactly(Long.toString(made.get(0).id()));
    }

    @Test
    void customersThatOnlyLookAlikeAreDifferent() throws Exception {
        for (String id : LOOK_ALIKES) {
            customer(id);
        }

        List<String> keys = LOOK_ALIKES.stream().map(OrderKey::of).toList();
        assertThat(customers().of(keys)).containsOnlyKeys(keys);
        assertThat(customers().of(List.of("mullér", "A", "a  "))).isEmpty();
    }

    @Test
    void theLongestCustomerIdFitsAndALongerOneIsRefused() throws Exception {
        String longest = "カ".repeat(400);

        assertThat(customers().reference(longest, longest).customerId()).isEqualTo(longest);
        assertThatThrownBy(() -> customers().reference(longest + "x", longest))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("400");
    }

    @Test
    void moreThanAThousandCustomersAreAskedAtOnce() throws Exception {
        List<String> keys = IntStream.range(0, 1500).mapToObj(i -> "c" + i).toList();
        customer("c0");
        customer("c1499");

        assertThat(customers().of(keys)).containsOnlyKeys("c0", "c1499");
    }

    @Test
    void assignedCustomersAreInTheOrderOfTheirKeysByCodePoint() throws Exception {
        long john = person("john");
        for (String id : List.of(FACE, "b", "Ünal", "A", WIDE_TILDE)) {
            assign(john, customer(id));
        }

        assertThat(assigned(john)).containsExactly("A", "b", "Ünal", WIDE_TILDE, FACE);
    }

    @Test
    void assignmentsAreKeptByPersonAndCustomer() throws Exception {
        long john = person("john");
        long mary = person("mary");
        long ann = person("ann");
        assign(john, customer("acme"), customer("umbrella"));
        assign(mary, customer("acme"));

        assertThat(assignments().of(List.of(john, mary, ann, NOBODY))).containsOnlyKeys(john, mary);
        assertThat(assignments().of(List.of())).isEmpty();
        assertThat(assignments().assignedTo(customer("acme"), List.of(john, mary, ann)))
                .containsExactlyInAnyOrder(john, mary);
        assertThat(assignments().assignedTo(customer("umbrella"), List.of(mary, ann)))
                .isEmpty();
        assertThat(assignments().assignedTo(customer("umbrella"), List.of())).isEmpty();
    }

    @Test
    void whatIsSoAlreadyIsNotAmongTheChanges() throws Exception {
        long john = person("john");
        long acme = customer("acme");
        RowChange given = new RowChange(john, acme, true);
        RowChange taken = new RowChange(john, acme, false);

        assertThat(change(taken)).isEmpty();
        assertThat(change(given)).containsExactly(given);
        assertThat(change(given)).isEmpty();
        assertThat(change(taken, given, given)).containsExactly(taken, given);
        assertThat(assigned(john)).containsExactly("acme");
        assertThat(change(taken)).containsExactly(taken);
        assertThat(assigned(john)).isEmpty();
    }

    @Test
    void assignmentsOfWhoOrWhatIsNotThereAreLeftOut() throws Exception {
        long john = person("john");
        long acme = customer("acme");
        RowChange good = new RowChange(john, acme, true);

        assertThat(change(new RowChange(NOBODY, acme, true), new RowChange(john, NOBODY, true), good))
                .containsExactly(good);
        assertThat(change(new RowChange(NOBODY, NOBODY, true))).isEmpty();
    }

    @Test
    void noMoreCustomersThanAllowed() throws Exception {
        long john = person("john");
        long[] ids = {customer("a"), customer("b"), customer("c")};
        assign(john, ids[0], ids[1]);
        RowChange third = new RowChange(john, ids[2], true);
        RowChange room = new RowChange(john, ids[0], false);

        assertThat(assignments().change(List.of(third), 2, ACTOR)).isEmpty();
        assertThat(assignments().change(List.of(third, room, third), 2, ACTOR)).containsExactly(room, third);
        assertThat(assigned(john)).containsExactly("b", "c");
    }

    @Test
    void noMoreCustomersThanAllowedHoweverManyComeAtOnce() throws Exception {
        long john = person("john");
        List<Long> ids = IntStream.range(0, 20)
                .mapToObj(i -> unchecked(() -> customer("c" + i)))
                .toList();

        List<List<RowChange>> made = twentyAtOnce(i ->
                () -> assignments().change(List.of(new RowChange(john, ids.get(i), true)), 10, ACTOR));

        assertThat(made).filteredOn(changes -> !changes.isEmpty()).hasSize(10);
        assertThat(assigned(john)).hasSize(10);
    }

    @Test
    void whatTwentyAtOnceAssignAndTakeBackAddsUp() throws Exception {
        long[] persons = {person("john"), person("mary")};
        long[] ids = {customer("a"), customer("b")};

        List<List<RowChange>> made = twentyAtOnce(i -> () -> change(
                new RowChange(persons[i % 2], ids[i / 2 % 2], i % 3 > 0),
                new RowChange(persons[1 - i % 2], ids[1 - i / 2 % 2], i % 3 > 0)));

        int sum = made.stream()
                .flatMap(List::stream)
                .mapToInt(change -> change.active() ? 1 : -1)
                .sum();
        assertThat(database().query("select ref_id from customer_assignment")).hasSize(sum);
    }

    private List<RowChange> change(RowChange... changes) throws StoreUnavailableException {
        return assignments().change(List.of(changes), PLENTY, ACTOR);
    }

    private List<String> assigned(long reference) throws StoreUnavailableException {
        return Optional.ofNullable(assignments().of(Set.of(reference)).get(reference)).stream()
                .flatMap(Collection::stream)
                .map(CustomerReference::customerId)
                .toList();
    }

    private CustomerReferences customers() {
        return database().store().customers();
    }

    private static Group named(Group group, String name) {
        return new Group(group.id(), name, group.comment(), group.validity(), group.version());
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
