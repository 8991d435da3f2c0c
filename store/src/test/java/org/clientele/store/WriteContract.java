package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.TextPattern;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;
import org.clientele.spi.store.Preferences.Match;
import org.clientele.spi.store.Reservation;
import org.clientele.spi.store.Tokens.Stored;
import org.junit.jupiter.api.Test;

/** Reservations, renames and what hangs on a person, on every database; each subclass names one. */
abstract class WriteContract extends MigratedStore {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String UGLY = "O'Brien Ünal カス x\"y <z> ${a} 100%_\\ *()! \uD83D\uDE00";

    @Test
    void aReservedKeyIsHeldUntilItIsGivenBack() throws Exception {
        Reservation first = reservation("first", LONG, "a", "b");

        assertThat(take(first)).isEmpty();
        assertThat(take(reservation("second", LONG, "b", "c"))).contains("b");
        assertThat(take(reservation("third", LONG, "c")))
                .as("nothing of the second")
                .isEmpty();
        database().store().reservations().release(first);
        assertThat(take(reservation("fourth", LONG, "a", "b"))).isEmpty();
    }

    @Test
    void givingBackTwiceTakesNothingFromTheNext() throws Exception {
        Reservation first = reservation("first", LONG, "a");
        take(first);
        database().store().reservations().release(first);
        take(reservation("second", LONG, "a"));

        database().store().reservations().release(first);

        assertThat(take(reservation("third", LONG, "a"))).contains("a");
    }

    @Test
    void aLeaseThatRanOutIsTakenOver() throws Exception {
        take(reservation("dead", Duration.ofMillis(1), "a", "b"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> take(reservation("next", LONG, "b", "c")).isEmpty());

        assertThat(database().query("select holder from write_reservation order by reserved_key"))
                .containsExactly("dead", "next", "next");
    }

    @Test
    void whatRanOutIsSweptAndNothingElse() throws Exception {
        take(reservation("dead", Duration.ofMillis(1), "a"));
        take(reservation("alive", LONG, "b"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            database().store().reservations().sweep();
            assertThat(database().query("select holder from write_reservation")).containsExactly("alive");
        });
    }

    @Test
    void holdersAreThoseWhoseLeaseHasNotRunOut() throws Exception {
        take(reservation("dead", Duration.ofMillis(1), "a"));
        take(reservation("first", LONG, "b", "c"));
        take(reservation("second", LONG, "d"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(database().store().reservations().holders())
                                .containsExactlyInAnyOrder("first", "second"));
    }

    @Test
    void twentyAtOnceLeaveOneHolder() throws Exception {
        List<Optional<String>> answers = StoreContract.atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Optional<String>>)
                        () -> take(reservation("h" + i, LONG, i % 2 == 0 ? "a" : "b", "m", "z")))
                .toList());

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(database().query("select distinct holder from write_reservation"))
                .hasSize(1);
    }

    @Test
    void twentyAtOnceTakeOneDeadHoldersKeyOverOnce() throws Exception {
        take(reservation("dead", Duration.ofMillis(1), "a"));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            List<Optional<String>> answers = StoreContract.atOnce(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Optional<String>>) () -> take(reservation("h" + i, LONG, "a")))
                    .toList());
            long holders = answers.stream().filter(Optional::isEmpty).count();
            assertThat(holders).isLessThanOrEqualTo(1);
            return holders == 1;
        });
    }

    @Test
    void aRenamedPersonKeepsHisReference() throws Exception {
        Owner john = confirm("john");

        Owner pending = database().store().renames().begin(claim("john"), to("Mary"));
        assertThat(pending.id()).isEqualTo(john.id());
        assertThat(owners("john", "mary")).containsExactly(Map.entry("john", pending), Map.entry("mary", pending));
        assertThat(database().store().renames().unfinished(10)).containsExactly(pending);

        assertThat(database().store().renames().finish(pending)).isTrue();
        assertThat(database().store().renames().finish(pending)).as("again").isFalse();
        assertThat(owners("john", "mary")).containsOnlyKeys("mary");
        assertThat(owner("mary"))
                .returns(john.id(), Owner::id)
                .returns("Mary", Owner::login)
                .returns(Optional.empty(), Owner::pending);
        assertThat(database().store().renames().unfinished(10)).isEmpty();
        assertThat(confirm("john").id()).as("the next john").isNotEqualTo(john.id());
    }

    @Test
    void anAbandonedRenameLeavesEverythingAsItWas() throws Exception {
        Owner john = confirm("john");
        Owner pending = database().store().renames().begin(claim("john"), to("mary"));

        assertThat(database().store().renames().abandon(pending)).isTrue();
        assertThat(database().store().renames().abandon(pending)).as("again").isFalse();
        assertThat(database().store().renames().finish(pending)).as("too late").isFalse();

        assertThat(owners("john", "mary")).containsOnlyKeys("john");
        assertThat(owner("john").id()).isEqualTo(john.id());
    }

    @Test
    void aSecondRenameWaitsForTheFirst() throws Exception {
        Owner first = database().store().renames().begin(claim("john"), to("mary"));

        assertThat(database().store().renames().begin(claim("john"), to("mary")).id())
                .isEqualTo(first.id());
        assertThat(database().store().renames().begin(claim("john"), to("ann")).pending())
                .contains(to("mary"));
        database().store().renames().finish(first);
        Owner second = database().store().renames().begin(claim("mary"), to("ann"));
        assertThat(database().store().renames().abandon(first))
                .as("the first one's")
                .isFalse();
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void whoHadTheNewLoginOnceIsNobodyFromThenOn() throws Exception {
        Owner former = confirm("mary");
        Owner elsewhere = database().store().confirm(new Claim("CustomerUser1", "mary", "mary", Optional.empty()));
        Owner john = confirm("john");

        database().store().renames().finish(database().store().renames().begin(claim("john"), to("mary")));

        assertThat(owner("mary").id()).isEqualTo(john.id());
        assertThat(database().query("select id from customer_user_ref where gone = id"))
                .containsExactly(Long.toString(former.id()));
        assertThat(database().query("select id from customer_user_ref where not active and gone = 0"))
                .containsExactly(Long.toString(elsewhere.id()));
    }

    @Test
    void whoIsAddedGetsAReferenceOfHisOwnAndTheReservationIsGivenBack() throws Exception {
        for (int i = 0; i < 2; i++) {
            Reservation reservation = reservation("holder" + i, LONG, "a", "b");
            take(reservation);
            Owner added = database().store().confirmAdded(claim("john"), reservation);
            assertThat(owner("john")).isEqualTo(added);
            assertThat(database().query("select holder from write_reservation")).isEmpty();
        }
        assertThat(database().query("select id from customer_user_ref")).hasSize(2);
    }

    @Test
    void whoIsAddedToAnotherSourceRetiresTheOneThere() throws Exception {
        Owner elsewhere = database().store().confirm(new Claim("CustomerUser1", "john", "john", Optional.empty()));
        Owner added = database().store().confirmAdded(claim("john"), reservation("holder", LONG, "a"));

        assertThat(owner("john").id()).isEqualTo(added.id()).isNotEqualTo(elsewhere.id());
    }

    @Test
    void aClaimInTheMiddleOfARenameMakesNoSecondReference() throws Exception {
        confirm("mary");
        Owner pending = database().store().renames().begin(claim("john"), to("mary"));

        assertThat(confirm("mary")).isEqualTo(pending);
        assertThat(database().store().renames().finish(pending)).isTrue();
    }

    @Test
    void whoGetsTheLoginOfSomebodyGoneGetsAReferenceOfHisOwn() throws Exception {
        Owner former = confirm("john");

        database().store().depart("john", Set.of("CustomerUser1"));
        assertThat(owner("john")).as("another source").isEqualTo(former);
        database().store().depart("john", Set.of("CustomerUser", "CustomerUser1"));
        database().store().depart("john", Set.of("CustomerUser", "CustomerUser1"));

        assertThat(owners("john")).isEmpty();
        assertThat(confirm("john").id()).isNotEqualTo(former.id());
        assertThat(database().query("select id from customer_user_ref")).hasSize(2);
    }

    @Test
    void preferencesAreKeptByPersonAndKey() throws Exception {
        long john = confirm("john").id();
        long mary = confirm("mary").id();

        assertThat(set(john, "UserLanguage", "de")).isTrue();
        assertThat(set(john, "UserLanguage", UGLY)).isTrue();
        assertThat(set(john, "userlanguage", "")).isTrue();
        assertThat(set(mary, UGLY, "y".repeat(2000))).isTrue();

        assertThat(database().store().preferences().of(john))
                .containsExactly(Map.entry("UserLanguage", UGLY), Map.entry("userlanguage", ""));
        assertThat(database().store().preferences().of(mary)).containsExactly(Map.entry(UGLY, "y".repeat(2000)));
        assertThat(database().store().preferences().remove(john, "UserLanguage"))
                .isTrue();
        assertThat(database().store().preferences().remove(john, "UserLanguage"))
                .isFalse();
        assertThat(database().store().preferences().of(john)).containsOnlyKeys("userlanguage");
    }

    @Test
    void noMoreKeysThanAllowedHoweverManyComeAtOnce() throws Exception {
        long john = confirm("john").id();

        List<Boolean> stored = StoreContract.atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Boolean>) () -> set(john, "key" + i, "x"))
                .toList());

        assertThat(stored).filteredOn(done -> done).hasSize(10);
        assertThat(database().store().preferences().of(john)).hasSize(10);
        String kept =
                database().store().preferences().of(john).keySet().iterator().next();
        assertThat(set(john, kept, "y")).as("a key that is there").isTrue();
    }

    @Test
    void oneKeyOftenAtOnceIsOneRow() throws Exception {
        long john = confirm("john").id();

        StoreContract.atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Boolean>) () -> set(john, "UserLanguage", "v" + i))
                .toList());

        assertThat(database().query("select pref_value from customer_user_preference"))
                .hasSize(1);
    }

    @Test
    void preferencesAreSearchedByKeyAndValue() throws Exception {
        List<String> values = List.of("de", "DE-AT", "100%", "1000", "a_c", "abc", "!", "\\");
        for (int i = 0; i < values.size(); i++) {
            set(confirm("user" + i).id(), "UserLanguage", values.get(i));
        }
        set(confirm("user0").id(), "Other", "de");

        assertThat(search("UserLanguage", Optional.empty()))
                .hasSize(values.size())
                .containsEntry("user1", "DE-AT");
        assertThat(search("UserLanguage", Optional.of("dE"))).containsOnlyKeys("user0");
        assertThat(search("UserLanguage", Optional.of("de*"))).containsOnlyKeys("user0", "user1");
        assertThat(search("UserLanguage", Optional.of("100%"))).containsOnlyKeys("user2");
        assertThat(search("UserLanguage", Optional.of("a_c"))).containsOnlyKeys("user4");
        assertThat(search("UserLanguage", Optional.of("!"))).containsOnlyKeys("user6");
        assertThat(search("UserLanguage", Optional.of("\\"))).containsOnlyKeys("user7");
        assertThat(search("userlanguage", Optional.empty())).isEmpty();
        assertThat(database().store().preferences().search("UserLanguage", Optional.empty(), 3))
                .extracting(match -> match.owner().login())
                .containsExactly("user0", "user1", "user2");
    }

    @Test
    void whoDoesNotOwnHisLoginIsNotFound() throws Exception {
        set(confirm("john").id(), "UserLanguage", "de");
        database().store().confirm(new Claim("CustomerUser1", "john", "john", Optional.empty()));

        assertThat(search("UserLanguage", Optional.empty())).isEmpty();
    }

    @Test
    void aTokenIsUsedOnceHoweverManyTry() throws Exception {
        long john = confirm("john").id();
        Stored token = new Stored("a".repeat(64), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        database().store().tokens().put(john, "password", new Stored("b", Instant.EPOCH));
        database().store().tokens().put(john, "password", token);

        assertThat(database().store().tokens().get(john, "password")).contains(token);
        assertThat(database().store().tokens().get(john, "other")).isEmpty();
        assertThat(database().store().tokens().use(john, "password", new Stored("b", Instant.EPOCH)))
                .isFalse();
        List<Boolean> used = StoreContract.atOnce(Collections.nCopies(
                20, (Callable<Boolean>) () -> database().store().tokens().use(john, "password", token)));
        assertThat(used).filteredOn(done -> done).hasSize(1);
        assertThat(database().store().tokens().get(john, "password")).isEmpty();
    }

    @Test
    void expiredTokensAreSwept() throws Exception {
        long john = confirm("john").id();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        database().store().tokens().put(john, "old", new Stored("a", now.minusMillis(1)));
        database().store().tokens().put(john, "new", new Stored("b", now.plusMillis(1)));

        database().store().tokens().sweep(now);

        assertThat(database().query("select purpose from customer_user_token")).containsExactly("new");
    }

    private Optional<String> take(Reservation reservation) throws StoreUnavailableException {
        return database().store().reservations().take(reservation);
    }

    private static Reservation reservation(String holder, Duration lease, String... keys) {
        return new Reservation(holder, new TreeSet<>(List.of(keys)), lease);
    }

    private boolean set(long reference, String key, String value) throws StoreUnavailableException {
        return database().store().preferences().set(reference, key, value, 10);
    }

    private Map<String, String> search(String key, Optional<String> value) throws StoreUnavailableException {
        List<Match> matches = database().store().preferences().search(key, value.map(TextPattern::of), 100);
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        matches.forEach(match -> entries.add(Map.entry(match.owner().login(), match.value())));
        return Map.ofEntries(entries.toArray(Map.Entry[]::new));
    }

    private Owner confirm(String login) throws StoreUnavailableException {
        return database().store().confirm(claim(login));
    }

    private static Claim claim(String login) {
        return new Claim("CustomerUser", OrderKey.of(login), login, Optional.empty());
    }

    private static NewLogin to(String login) {
        return new NewLogin(OrderKey.of(login), login);
    }

    private Owner owner(String key) throws StoreUnavailableException {
        return owners(key).get(key);
    }

    private Map<String, Owner> owners(String... keys) throws StoreUnavailableException {
        return new TreeMap<>(database().store().owners(List.of(keys)));
    }
}
