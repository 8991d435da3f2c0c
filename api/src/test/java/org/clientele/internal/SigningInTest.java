package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.authentication.SignIn;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs in, and which source is asked about whom. */
class SigningInTest {
    private static final String RIGHT = "right";

    private final SlotsOfTest slots = new SlotsOfTest();
    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void close() {
        slots.close();
    }

    @Test
    void theOwnersPasswordIsAcceptedAndTheOwnerRemembered() throws Exception {
        PasswordedSource source = passworded(0, Map.of("John", RIGHT), valid("John"));
        slots.with(Optional.of(source)).bind(store);

        SignIn answer = signIn("jOHN", RIGHT);

        assertThat(answer).isInstanceOfSatisfying(SignIn.Accepted.class, accepted -> {
            assertThat(accepted.customerUser().login()).isEqualTo("John");
            assertThat(accepted.customerUser().source()).isEqualTo("CustomerUser");
            assertThat(accepted.customerUser().ownership()).isEqualTo(Ownership.CONFIRMED);
        });
        assertThat(source.asked()).containsExactly("John");
        assertThat(store.owners(List.of("john")).get("john").sourceId()).isEqualTo("s0");
    }

    @Test
    void aRefusalIsTheSameWhateverItsReasonAndAsksJustAsMuch() throws Exception {
        PasswordedSource source = passworded(
                0,
                Map.of("john", RIGHT, "gone", RIGHT),
                valid("john"),
                valid("without"),
                MemorySource.record("gone", Validity.INVALID),
                MemorySource.record("away", Validity.INVALID_TEMPORARILY));
        slots.with(Optional.of(source)).bind(store);

        for (String login : List.of("nobody", "without", "gone", "away", "*", "john ")) {
            assertThat(signIn(login, RIGHT)).as(login).isEqualTo(new SignIn.Refused());
        }
        assertThat(signIn("john", "wrong")).isEqualTo(new SignIn.Refused());
        assertThat(source.asked()).hasSize(7);
        assertThat(store.owners(List.of("john", "gone", "without"))).isEmpty();
    }

    @Test
    void whoWasDisabledHereIsRefusedAsWithAWrongPassword() throws Exception {
        PasswordedSource source = passworded(0, Map.of("Ünal", RIGHT, "john", RIGHT), valid("Ünal"), valid("john"));
        slots.with(Optional.of(source)).bind(store.disable("s0", "Ünal").disable("s1", "john"));

        assertThat(signIn("üNAL", RIGHT)).isEqualTo(new SignIn.Refused());
        assertThat(source.asked()).containsExactly("Ünal");
        assertThat(store.owners(List.of("ünal"))).isEmpty();
        assertThat(signIn("john", RIGHT)).as("disabled in another source").isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    void nobodyIsTakenForSomebodyWhoExists() {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source)).bind(store);

        signIn("nobody", RIGHT);

        assertThat(source.asked()).hasSize(1).noneMatch(id -> id.contains("john"));
    }

    @Test
    void aShadowedRecordSignsNobodyIn() {
        PasswordedSource earlier = passworded(0, Map.of("john", "earlier"), valid("john"));
        PasswordedSource later = passworded(1, Map.of("john", "later"), valid("john"));
        slots.with(Optional.of(earlier)).with(Optional.of(later)).bind(store);

        assertThat(signIn("john", "later")).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn("john", "earlier")).isInstanceOf(SignIn.Accepted.class);
        assertThat(later.asked()).isEmpty();
    }

    @Test
    void aShadowingSourceWithoutPasswordsRefusesAsItsPeopleHaveNone() {
        PasswordedSource later = passworded(1, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source(0, valid("john"))))
                .with(Optional.of(later))
                .bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Refused.class);
        assertThat(later.asked()).as("for the time that it takes").hasSize(1).doesNotContain("john");
    }

    @Test
    void whereNoSourceKnowsPasswordsEverybodyIsRefused() {
        slots.with(Optional.of(source(0, valid("john")))).bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn("nobody", RIGHT)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void anEarlierSourceThatIsAwayMakesItUnknownUnlessTheOwnerIsRemembered() {
        MemorySource earlier = source(0, valid("other")).failing(Reason.CONNECTION);
        PasswordedSource later = passworded(1, Map.of("john", RIGHT), valid("john"));
        store.answered("s0");
        store.answered("s1");
        slots.with(Optional.of(earlier)).with(Optional.of(later)).bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOfSatisfying(SignIn.Unavailable.class, unavailable -> {
            assertThat(unavailable.message()).contains("CustomerUser cannot be asked");
            assertThat(unavailable.sources()).extracting(SourceReport::outcome).startsWith(Outcome.FAILED);
        });
        assertThat(signIn("nobody", RIGHT)).isInstanceOf(SignIn.Unavailable.class);
        assertThat(later.asked()).isEmpty();
        store.remember("john", "s1");
        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Accepted.class);
        assertThat(signIn("john", "wrong")).isInstanceOf(SignIn.Refused.class);
        store.remember("john", "s0");
        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Unavailable.class);
    }

    @Test
    void ownershipThatIsOnlyRememberedIsNotConfirmedAnew() {
        MemorySource earlier = source(0).failing(Reason.CONNECTION);
        PasswordedSource later = passworded(1, Map.of("john", RIGHT), valid("john"));
        store.answered("s0");
        store.remember("john", "s1");
        slots.with(Optional.of(earlier)).with(Optional.of(later)).bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Accepted.class);
        assertThat(store.confirmations()).isZero();
    }

    @Test
    void aLaterSourceThatIsAwayHindersNobody() {
        PasswordedSource earlier = passworded(0, Map.of("john", RIGHT), valid("john"));
        store.answered("s1");
        slots.with(Optional.of(earlier)).with(Optional.empty()).bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Accepted.class);
        assertThat(signIn("nobody", RIGHT)).isInstanceOf(SignIn.Unavailable.class);
    }

    @Test
    void aSourceThatHasNeverAnsweredHindersNobody() {
        PasswordedSource later = passworded(1, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.empty()).with(Optional.of(later)).bind(store);

        assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Accepted.class);
        assertThat(signIn("nobody", RIGHT)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void withoutTheStoreNobodySignsIn() {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source)).bindDown(store);

        for (String login : List.of("john", "nobody")) {
            assertThat(signIn(login, RIGHT))
                    .isInstanceOfSatisfying(
                            SignIn.Unavailable.class,
                            unavailable -> assertThat(unavailable.message()).contains("store"));
        }
        assertThat(source.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class)
    void passwordsThatCannotBeCheckedAreNoRefusal(Reason reason) {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        source.failing(reason);
        slots.with(Optional.of(source)).bind(store);

        for (String login : List.of("john", "nobody")) {
            assertThat(signIn(login, RIGHT)).as(login).isInstanceOfSatisfying(SignIn.Unavailable.class, unavailable -> {
                assertThat(unavailable.sources())
                        .extracting(SourceReport::outcome)
                        .containsExactly(reason.outcome());
                assertThat(unavailable.message()).contains("CustomerUser cannot be asked");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"TIME_OUT", "SKIPPED", "REQUEST"})
    void passwordsThatTakeTooLongDoNotOpenTheBreaker(Reason reason) {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source)).bind(store);
        for (int i = 0; i < 20; i++) {
            assertThat(signIn("john", "wrong")).isInstanceOf(SignIn.Refused.class);
        }
        source.failing(reason);
        for (int i = 0; i < 20; i++) {
            assertThat(signIn("john", RIGHT)).isInstanceOf(SignIn.Unavailable.class);
        }

        assertThat(slots.slots().get(0).source().orElseThrow().gate().open()).isFalse();
        assertThat(new LookUp(slots.slots(), slots.memory()).ask("john").hit()).isPresent();
    }

    @Test
    void whoeverTriesPasswordsByTheHundredDoesNotHinderLookUps() throws Exception {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        source.slow();
        slots.with(Optional.of(source)).bind(store);
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<SignIn>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(threads.submit(() -> signIn("john", RIGHT)));
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> source.asked().size() >= 8);
            LookUp.Result found = new LookUp(slots.slots(), slots.memory()).ask("john");
            source.goOn();

            assertThat(found.hit()).isPresent();
            for (Future<SignIn> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isNotInstanceOf(SignIn.Refused.class);
            }
        } finally {
            source.goOn();
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "right\0", "\uD83D"})
    void whatIsNoPasswordIsRefusedWithoutAskingAnybody(String password) {
        PasswordedSource source = passworded(0, Map.of("john", password), valid("john"));
        slots.with(Optional.of(source)).bind(store);

        assertThat(signIn("john", password)).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn("nobody", password)).isInstanceOf(SignIn.Refused.class);
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void overlongInputIsRefusedWithoutAskingAnybody() {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source)).bind(store);

        assertThat(signIn("john", "x".repeat(1001))).isInstanceOf(SignIn.Refused.class);
        for (String login : List.of("", " ", "x".repeat(1001), "jo\0hn")) {
            assertThat(signIn(login, RIGHT)).isInstanceOf(SignIn.Refused.class);
        }
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void whoSignsInTwiceIsAskedForTwice() {
        PasswordedSource source = passworded(0, Map.of("john", RIGHT), valid("john"));
        slots.with(Optional.of(source)).bind(store);

        signIn("john", RIGHT);
        signIn("john", RIGHT);

        assertThat(source.asked()).hasSize(2);
    }

    private SignIn signIn(String login, String password) {
        return new SigningIn(slots::slots, slots.memory(), CustomerUserDirectory::entry).signIn(login, password);
    }

    private static SourceRecord valid(String login) {
        return MemorySource.record(login, Validity.VALID);
    }

    private static MemorySource source(int slot, SourceRecord... records) {
        return new MemorySource(SlotsOfTest.slotName(slot), 10, Arrays.asList(records));
    }

    private static PasswordedSource passworded(int slot, Map<String, String> passwords, SourceRecord... records) {
        return new PasswordedSource(source(slot, records), passwords);
    }
}
