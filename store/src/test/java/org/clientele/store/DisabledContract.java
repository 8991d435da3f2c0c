package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientele.DisabledHere;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DisabledPeople;
import org.clientele.spi.store.DisabledPeople.Mark;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was disabled here, on every database; each subclass names one. */
abstract class DisabledContract extends MigratedStore {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final DisabledHere MARK = new DisabledHere(NOW, "O'Brien", "left \uD83D\uDE00 \"x\" <z> ${a}");

    private DisabledPeople people() {
        return database().store().disabledPeople();
    }

    private Owner confirm(String source, String login) throws StoreUnavailableException {
        return database().store().confirm(new Claim(source, OrderKey.of(login), login, Optional.empty()));
    }

    private List<Mark> known(String key) throws StoreUnavailableException {
        return database().store().known(List.of(key)).marks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "trailing ", "\uD83D\uDE00"})
    void aMarkIsToldWithOwnersAndByItself(String login) throws Exception {
        Owner owner = confirm("CustomerUser1", login);
        String key = OrderKey.of(login);
        Mark mark = new Mark(owner.id(), "CustomerUser1", login, Set.of(key), MARK);

        assertThat(people().of(List.of(key))).isEmpty();
        assertThat(people().disable(owner.id(), MARK)).isTrue();

        assertThat(people().of(List.of(key, "other"))).containsExactly(mark);
        assertThat(known(key)).containsExactly(mark);
        assertThat(database().store().owners(List.of(key))).containsEntry(key, owner);
        assertThat(people().of(List.of(key + " ", "other", ""))).isEmpty();
        assertThat(people().of(List.of())).isEmpty();
    }

    @Test
    void markingAgainChangesTheMarkAndEnablingTakesItAway() throws Exception {
        Owner owner = confirm("CustomerUser1", "john");
        people().disable(owner.id(), MARK);
        DisabledHere longest = new DisabledHere(NOW.plusMillis(1), "カ".repeat(100), "\uD83D\uDE00".repeat(250));
        people().disable(owner.id(), longest);
        assertThat(known("john")).extracting(Mark::disabled).containsExactly(longest);

        assertThat(people().enable(owner.id())).isTrue();
        assertThat(people().enable(owner.id())).isFalse();
        assertThat(known("john")).isEmpty();
        assertThat(people().sources()).isEmpty();
    }

    @Test
    void sourcesWithMarksAreKnownAndTheirMarksCounted() throws Exception {
        for (int i = 0; i < 7; i++) {
            people().disable(confirm("CustomerUser" + i % 2, "user" + i).id(), MARK);
        }
        confirm("CustomerUser2", "other");

        assertThat(people().sources()).containsExactlyInAnyOrder("CustomerUser0", "CustomerUser1");
        assertThat(people().count("CustomerUser0")).isEqualTo(4);
        assertThat(people().count("CustomerUser2")).isZero();
        assertThat(people().in("CustomerUser0", 3)).extracting(Mark::login).containsExactly("user0", "user2", "user4");
    }

    @Test
    void theMarkStaysWithItsSourceWhoeverOwnsTheLogin() throws Exception {
        Owner owner = confirm("CustomerUser1", "john");
        people().disable(owner.id(), MARK);
        Owner other = confirm("CustomerUser", "john");

        assertThat(known("john")).extracting(Mark::sourceId).containsExactly("CustomerUser1");
        assertThat(database().store().owners(List.of("john"))).containsEntry("john", other);
        assertThat(people().of(List.of("john"))).hasSize(1);
    }

    @Test
    void whoIsGoneTakesTheMarkAlong() throws Exception {
        Owner owner = confirm("CustomerUser1", "john");
        people().disable(owner.id(), MARK);
        database().store().depart("john", Set.of("CustomerUser1"));

        assertThat(known("john")).isEmpty();
        assertThat(people().sources()).isEmpty();
        assertThat(people().disable(owner.id(), MARK))
                .as("nobody is there any more")
                .isFalse();
        assertThat(people().disable(-1, MARK)).isFalse();
        people().disable(confirm("CustomerUser1", "john").id(), MARK);
        assertThat(known("john")).hasSize(1).noneMatch(mark -> mark.reference() == owner.id());
    }

    @Test
    void aRenameTakesTheMarkAlong() throws Exception {
        people().disable(confirm("CustomerUser1", "john").id(), MARK);
        Owner pending = database()
                .store()
                .renames()
                .begin(new Claim("CustomerUser1", "john", "john", Optional.empty()), new NewLogin("jon", "Jon"));

        assertThat(people().of(List.of("john"))).hasSize(1);
        assertThat(people().of(List.of("jon"))).extracting(Mark::loginKeys).containsExactly(Set.of("john", "jon"));
        assertThat(known("jon")).hasSize(1);

        database().store().renames().finish(pending);
        assertThat(people().of(List.of("john"))).isEmpty();
        assertThat(known("jon")).extracting(Mark::login).containsExactly("Jon");
    }

    @Test
    void aThousandLoginsAreAskedAtOnce() throws Exception {
        for (int i = 0; i < 1000; i += 100) {
            people().disable(confirm("CustomerUser1", "user" + i).id(), MARK);
        }
        List<String> keys = IntStream.range(0, 1000).mapToObj(i -> "user" + i).toList();

        assertThat(people().of(keys)).hasSize(10);
    }

    @Test
    void twentyWhoDisableAndEnableAtOnceLeaveOneState() throws Exception {
        Owner owner = confirm("CustomerUser1", "john");
        StoreContract.atOnce(Collections.nCopies(10, (Callable<Boolean>) () -> {
            people().disable(owner.id(), MARK);
            return people().enable(owner.id());
        }));

        assertThat(known("john").size()).isLessThanOrEqualTo(1);
        people().enable(owner.id());
        assertThat(known("john")).isEmpty();
    }
}
