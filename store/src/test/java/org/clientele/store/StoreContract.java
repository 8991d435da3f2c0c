package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the store on every database; each subclass names one. */
abstract class StoreContract extends MigratedStore {

    private static final String LONG = "x".repeat(400);
    private static final String FACE = "\uD83D\uDE00";
    private static final String OTHER_FACE = "\uD83D\uDE01";

    @Test
    void nobodyOwnsALoginThatNobodyConfirmed() throws Exception {
        assertThat(database().store().owners(List.of("john", "jane"))).isEmpty();
        assertThat(database().store().owners(List.of())).isEmpty();
    }

    @Test
    void aConfirmedOwnerIsRemembered() throws Exception {
        Owner confirmed = confirm("CustomerUser", "John", Optional.of("4711"));

        assertThat(database().store().owners(List.of("john"))).containsOnly(Map.entry("john", confirmed));
        assertThat(confirmed.login()).isEqualTo("John");
        assertThat(confirmed.nativeId()).contains("4711");
    }

    @Test
    void repeatingAClaimKeepsTheReference() throws Exception {
        Owner first = confirm("CustomerUser", "john");
        Owner second = confirm("CustomerUser", "JOHN");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.login()).isEqualTo("JOHN");
        assertThat(second.confirmedAt()).isAfterOrEqualTo(first.confirmedAt());
        assertThat(database().query("select id from customer_user_ref")).hasSize(1);
    }

    @Test
    void anotherSourceTakesOverAndTheFirstComesBackWithItsReference() throws Exception {
        Owner first = confirm("CustomerUser", "john");
        Owner second = confirm("CustomerUser1", "john");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(owner("john")).isEqualTo(second);

        Owner again = confirm("CustomerUser", "john");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(owner("john")).isEqualTo(again);
    }

    @Test
    void anotherPersonWithTheLoginDoesNotTakeOverTheNativeId() throws Exception {
        Owner first = confirm("CustomerUser", "john", Optional.of("4711"));
        Owner other = confirm("CustomerUser", "john", Optional.of("4712"));

        assertThat(other.nativeId()).contains("4711");
        assertThat(other.confirmedAt()).isEqualTo(first.confirmedAt());
    }

    @Test
    void aNativeIdThatComesLaterIsTakenOver() throws Exception {
        confirm("CustomerUser", "john");
        confirm("CustomerUser", "john", Optional.of("4711"));

        assertThat(confirm("CustomerUser", "john").nativeId()).contains("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", FACE, " leading", "trailing "})
    void anyLoginIsRemembered(String login) throws Exception {
        Owner confirmed = confirm("CustomerUser", login);

        assertThat(owner(OrderKey.of(login))).isEqualTo(confirmed);
        assertThat(confirmed.login()).isEqualTo(login);
    }

    @Test
    void theLongestLoginIsRemembered() throws Exception {
        anyLoginIsRemembered(LONG);
    }

    @Test
    void loginsThatOnlyLookAlikeAreDifferent() throws Exception {
        List<String> logins =
                List.of("Müller", "Muller", "mu\u0308ller", "strasse", "straße", FACE, OTHER_FACE, "a", "a ");
        for (String login : logins) {
            confirm("CustomerUser", login);
        }

        List<String> keys = logins.stream().map(OrderKey::of).toList();
        assertThat(database().store().owners(keys)).containsOnlyKeys(keys);
        assertThat(database().store().owners(List.of("mullér", "A", "a  "))).isEmpty();
    }

    @Test
    void aLoginLongerThanTheColumnIsRefused() {
        assertThatThrownBy(() -> confirm("CustomerUser", LONG + "x"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("400");
    }

    @Test
    void aThousandLoginsAreAskedAtOnceAndMoreToo() throws Exception {
        List<String> keys = IntStream.range(0, 1500).mapToObj(i -> "user" + i).toList();
        for (int i = 0; i < 1500; i += 100) {
            confirm("CustomerUser", "user" + i);
        }

        assertThat(database().store().owners(keys.subList(0, 1000))).hasSize(10);
        assertThat(database().store().owners(keys)).hasSize(15);
    }

    @Test
    void twentySourcesAtOnceLeaveOneOwner() throws Exception {
        List<Callable<Owner>> claims = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Owner>) () -> confirm("CustomerUser" + i, "john"))
                .toList();

        List<Owner> confirmed = atOnce(claims);

        assertThat(confirmed).extracting(Owner::id).doesNotHaveDuplicates().hasSize(20);
        assertThat(database().query("select source_id from customer_user_ref")).hasSize(20);
        assertThat(database().query("select source_id from customer_user_ref where active"))
                .containsExactly(owner("john").sourceId());
    }

    @Test
    void twentyTimesTheSameClaimMakesOneReference() throws Exception {
        List<Owner> confirmed =
                atOnce(Collections.nCopies(20, (Callable<Owner>) () -> confirm("CustomerUser", "john")));

        assertThat(confirmed).extracting(Owner::id).containsOnly(owner("john").id());
        assertThat(database().query("select id from customer_user_ref")).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesASecondActiveReference() throws Exception {
        confirm("CustomerUser", "john");

        assertThatThrownBy(() -> database()
                        .execute("insert into customer_user_ref"
                                + " (id, source_id, login_key, login, active, confirmed_at)"
                                + " values (-1, 'CustomerUser1', 'john', 'john', true, 0)"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void sourcesThatAnsweredAreRemembered() throws Exception {
        database().store().recordAnswered("CustomerUser");
        database().store().recordAnswered("CustomerUser");
        database().store().recordAnswered("CustomerUser1");

        assertThat(database().store().answeredSources()).containsExactlyInAnyOrder("CustomerUser", "CustomerUser1");
    }

    @Test
    void aSourceThatAnswersTwentyTimesAtOnceIsRememberedOnce() throws Exception {
        atOnce(Collections.nCopies(20, (Callable<Boolean>) () -> {
            database().store().recordAnswered("CustomerUser");
            return true;
        }));

        assertThat(database().query("select source_id from source_answered")).containsExactly("CustomerUser");
    }

    private Owner confirm(String source, String login) throws StoreUnavailableException {
        return confirm(source, login, Optional.empty());
    }

    private Owner confirm(String source, String login, Optional<String> nativeId) throws StoreUnavailableException {
        return database().store().confirm(new Claim(source, OrderKey.of(login), login, nativeId));
    }

    private Owner owner(String key) throws StoreUnavailableException {
        return database().store().owners(List.of(key)).get(key);
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
