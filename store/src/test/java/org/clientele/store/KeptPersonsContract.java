package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.clientele.DisabledHere;
import org.clientele.access.Group;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DisabledPeople.Mark;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.KeptPersons.Amounts;
import org.clientele.spi.store.KeptPersons.KeptToken;
import org.clientele.spi.store.KeptPersons.Reference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.Tokens.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept about persons, and wiping it, on every database; each subclass names one. */
abstract class KeptPersonsContract extends AccessFixture {

    private static final Instant LATER = Instant.ofEpochMilli(2_000_000_000_000L);

    private KeptPersons persons() {
        return database().store().persons();
    }

    @Test
    void allReferencesOfALoginAreToldWhateverBecameOfThem() throws Exception {
        Owner gone = owner("john", "CustomerUser");
        database().store().depart("john", Set.of("CustomerUser"));
        Owner retired = owner("John", "CustomerUser1");
        Owner active = owner("JOHN", "CustomerUser");
        owner("mary", "CustomerUser");

        List<Reference> references = persons().references(List.of("john", "nobody"));

        assertThat(references)
                .extracting(one -> one.owner().id())
                .containsExactlyInAnyOrder(gone.id(), retired.id(), active.id());
        assertThat(reference(references, gone)).matches(one -> one.gone() && !one.active());
        assertThat(reference(references, retired)).matches(one -> !one.gone() && !one.active());
        assertThat(reference(references, active)).matches(one -> !one.gone() && one.active());
        assertThat(persons().references(List.of())).isEmpty();
    }

    private static Reference reference(List<Reference> references, Owner owner) {
        return references.stream()
                .filter(one -> one.owner().id() == owner.id())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", FACE, "%", "\\"})
    void allThatHangsOnAPersonIsCountedAndErased(String text) throws Exception {
        long john = hang(text);
        long mary = hang("mary");
        Amounts all = new Amounts(2, 2, 2, 1);
        assertThat(persons().amounts(List.of(john))).isEqualTo(all);
        assertThat(persons().amounts(List.of(john, mary))).isEqualTo(all.plus(all));
        assertThat(persons().tokens(john))
                .containsExactly(new KeptToken("confirm", LATER), new KeptToken("password-reset", LATER));

        assertThat(persons().erase(john)).isEqualTo(all);

        assertThat(persons().erase(john)).as("again").isEqualTo(Amounts.NONE);
        assertThat(persons().amounts(List.of(john))).isEqualTo(Amounts.NONE);
        assertThat(persons().amounts(List.of(mary))).as("of somebody else").isEqualTo(all);
        assertThat(database().store().owners(List.of(OrderKey.of(text)))).hasSize(1);
        assertThat(persons().amounts(List.of())).isEqualTo(Amounts.NONE);
    }

    @Test
    void whoIsForgottenLeavesNothingBehind() throws Exception {
        Claim claim = new Claim("CustomerUser", "john", "John", Optional.of("native 4711"));
        long first = database().store().confirm(claim).id();
        database().store().preferences().set(first, "UserLanguage", "de", PLENTY);
        database().store().depart("john", Set.of("CustomerUser"));
        long second = database().store().confirm(claim).id();
        database().store().depart("john", Set.of("CustomerUser"));
        long third = owner("john", "CustomerUser").id();

        assertThat(persons().forget(List.of(first, second))).isEqualTo(new Amounts(1, 0, 0, 0));
        assertThat(persons().forget(List.of(first, second))).as("again").isEqualTo(Amounts.NONE);
        assertThat(persons().forget(List.of())).isEqualTo(Amounts.NONE);

        assertThat(persons().references(List.of("john")))
                .extracting(one -> one.owner().id())
                .containsExactly(third);
        assertThat(database().query("select id from customer_user_ref where native_id is not null"))
                .isEmpty();
        assertThat(database().query("select login from customer_user_ref where login <> ''"))
                .containsExactly("john");
    }

    @Test
    void whoIsDisabledHereStaysSoWithoutTheCommentWhetherErasedOrForgotten() throws Exception {
        DisabledHere mark = new DisabledHere(LATER, "O'Brien", "left ${a}");
        long john = owner("John", "CustomerUser").id();
        Claim claim = new Claim("CustomerUser1", "mary", "Mary", Optional.of("native 4711"));
        long mary = database().store().confirm(claim).id();
        for (long person : List.of(john, mary)) {
            database().store().disabledPeople().disable(person, mark);
        }
        assertThat(persons().references(List.of("mary")))
                .extracting(Reference::disabled)
                .containsExactly(Optional.of(mark));

        for (int again = 0; again < 2; again++) {
            persons().erase(john);
            persons().forget(List.of(mary));
        }

        DisabledHere bare = new DisabledHere(LATER, "O'Brien", "");
        assertThat(database().store().known(List.of("john", "mary")).marks())
                .containsExactlyInAnyOrder(
                        new Mark(john, "CustomerUser", "John", Set.of("john"), bare),
                        new Mark(mary, "CustomerUser1", "Mary", Set.of("mary"), bare));
        assertThat(database().store().owners(List.of("john", "mary"))).containsOnlyKeys("john");
        assertThat(database().query("select id from customer_user_ref where native_id is not null"))
                .isEmpty();
    }

    @Test
    void moreReferencesThanFitIntoOneStatementAreForgotten() throws Exception {
        long john = hang("john");
        List<Long> many = LongStream.concat(LongStream.of(john), LongStream.rangeClosed(-1500, -1))
                .boxed()
                .toList();

        assertThat(persons().amounts(many)).isEqualTo(new Amounts(2, 2, 2, 1));
        assertThat(persons().forget(many)).isEqualTo(new Amounts(2, 2, 2, 1));
    }

    @Test
    void twentyWhoEraseAndAddAtOnceHarmNobody() throws Exception {
        long john = hang("john");
        long mary = hang("mary");

        twentyAtOnce(i -> () -> i % 2 == 0
                ? persons().erase(john)
                : database().store().preferences().set(john, "key" + i, "value", PLENTY));

        persons().erase(john);
        assertThat(persons().amounts(List.of(john))).isEqualTo(Amounts.NONE);
        assertThat(persons().amounts(List.of(mary))).isEqualTo(new Amounts(2, 2, 2, 1));
    }

    /** Two preferences and tokens, two permissions in a group, one customer. */
    private long hang(String login) throws Exception {
        long person = person(login);
        Group group = group("Group of " + login);
        database().store().preferences().set(person, "UserLanguage", login, PLENTY);
        database().store().preferences().set(person, login, "x", PLENTY);
        database().store().tokens().put(person, "password-reset", new Stored("a1", LATER));
        database().store().tokens().put(person, "confirm", new Stored("b2", LATER));
        give(Kind.CUSTOMER_USER, person, group.id(), RO, RW);
        assign(person, customer("customer of " + login));
        return person;
    }
}
