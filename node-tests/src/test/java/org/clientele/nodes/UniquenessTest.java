package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniquenessTest extends NodeTest {

    @Test
    void ofManyAddsOfOneLoginInTwoSourcesOneHappens() throws Exception {
        for (int round = 0; round < 10; round++) {
            String login = "Ünal" + round;
            assertThat(happened(i ->
                            node.add(i % 2 == 0 ? "CustomerUser" : SECOND, login, i + "@" + login + ".example.com")))
                    .isEqualTo(1);
            assertThat(node.find(login)).contains(login);
        }
    }

    @Test
    void ofManyAddsOfOneAddressInTwoSourcesOneHappens() throws Exception {
        for (int round = 0; round < 10; round++) {
            int number = round;
            String email = "O'Brien" + round + "@example.com";
            assertThat(happened(i -> node.add(
                            i % 2 == 0 ? "CustomerUser" : SECOND,
                            "u" + number + "-" + i,
                            i % 3 == 0 ? email.toUpperCase(Locale.ROOT) : email)))
                    .isEqualTo(1);
        }
    }

    @Test
    void ofManyChangesToOneAddressOneHappens() throws Exception {
        for (int i = 0; i < 8; i++) {
            node.add(i % 2 == 0 ? "CustomerUser" : SECOND, "user" + i, "user" + i + "@example.com");
        }
        assertThat(happened(i -> node.update("user" + i, Map.of("UserEmail", "wanted@example.com"))))
                .isEqualTo(1);
    }

    @Test
    void ofManyRenamesAndAddsToOneLoginOneHappens() throws Exception {
        for (int i = 0; i < 8; i++) {
            node.add(i % 2 == 0 ? "CustomerUser" : SECOND, "user" + i, "user" + i + "@example.com");
        }
        assertThat(happened(i ->
                        i < 6 ? node.rename("user" + i, "wanted") : node.add(SECOND, "wanted", i + "@b.example.com")))
                .isEqualTo(1);
        assertThat(node.query("select pending_key from customer_user_ref where pending_key is not null"))
                .isEmpty();
    }

    @Test
    void whatSomebodyElseIsAddingIsAnsweredAtOnceAsSuch() throws Exception {
        seam.before("add", () -> {
            seam.clear();
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> node.add(SECOND, "JOHN", "other@example.com"))
                    .withMessageContaining("at this moment")
                    .satisfies(e -> assertThat(e.momentary()).isTrue())
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"));
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> node.add(SECOND, "mary", "John@example.com"))
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("UserEmail"));
        });

        node.add("CustomerUser", "john", "john@example.com");

        assertThat(node.find("john")).contains("john");
        assertThat(node.find("mary")).isEmpty();
    }

    @Test
    void loginAddressAndCustomerAreAskedForAtOnce() throws Exception {
        node.close();
        Map<String, String> patient = Map.of("answerTimeLimit", "20");
        Map<String, String> support = Map.of("answerTimeLimit", "20", "customerCompanySupport", "1");
        node = Node.open(url, seam, Map.of("CustomerUser", support, "CustomerCompany", patient));
        CompanyNodes.customer(node, "CustomerCompany", "acme");
        CountDownLatch asked = new CountDownLatch(3);
        for (String call : List.of("CustomerUser.find", "CustomerUser.search", "CustomerCompany.find")) {
            seam.before(call, () -> {
                asked.countDown();
                assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            });
        }

        assertThat(node.add("john").id()).isEqualTo("john");
    }

    @Test
    void whoHasATakenLoginIsToldSoWhileTheAddressIsStillLookedFor() throws Exception {
        node.add("john");
        CountDownLatch toldSo = new CountDownLatch(1);
        AtomicBoolean waitedFor = new AtomicBoolean();
        seam.before("CustomerUser.search", () -> waitedFor.set(!toldSo.await(10, TimeUnit.SECONDS)));

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.add("CustomerUser", "john", "other@example.com"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"));
        assertThat(waitedFor).isFalse();
        toldSo.countDown();
        assertThat(node.add("mary").id()).isEqualTo("mary");
    }

    @Test
    void nothingStaysReservedAfterAWriteOrARefusal() throws Exception {
        node.add("CustomerUser", "john", "john@example.com");
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.add(SECOND, "john", "other@example.com"))
                .satisfies(e -> assertThat(e.momentary()).isFalse());
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> node.add(SECOND, "mary", "no address"));
        node.update("john", Map.of("UserEmail", "john2@example.com"));

        assertThat(node.query("select holder from write_reservation")).isEmpty();
    }

    @Test
    void aWriteWhoseAnswerIsLostStaysReservedSinceItMayStillHappen() throws Exception {
        seam.after("add", () -> {
            throw away();
        });
        assertThatExceptionOfType(UncertainException.class)
                .isThrownBy(() -> node.add("john"))
                .withMessageContaining("not certain");
        seam.clear();

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.add("john"))
                .satisfies(e -> assertThat(e.momentary()).isTrue());
        assertThat(node.query("select holder from write_reservation")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No answer", "No answer."})
    void whatIsNotCertainStandsBehindWhatTheSourceSaidAsASentence(String said) throws Exception {
        seam.after("add", () -> {
            throw new SourceUnavailableException(Reason.CONNECTION, said);
        });

        assertThatExceptionOfType(UncertainException.class)
                .isThrownBy(() -> node.add("john"))
                .withMessageStartingWith("No answer. It is not certain whether \"john\" was saved");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyALostAnswerIsUncertain(Reason reason) throws Exception {
        seam.before("add", () -> {
            throw new SourceUnavailableException(reason, "Told to be away");
        });

        boolean lost = reason == Reason.CONNECTION || reason == Reason.TIME_OUT;
        assertThatThrownBy(() -> node.add("john"))
                .isInstanceOf(lost ? UncertainException.class : SourceUnavailableException.class);
        assertThat(node.query("select holder from write_reservation")).hasSize(lost ? 2 : 0);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aWriteThatTheStorageWasNeverToldOfIsNotUncertain(Reason reason) throws Exception {
        seam.before("add", () -> {
            throw new SourceUnavailableException(reason, "Told to be away").withoutEffect();
        });

        assertThatThrownBy(() -> node.add("john"))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("Told to be away");
        assertThat(node.query("select holder from write_reservation")).isEmpty();
    }

    @Test
    void aBackEndThatIsReplacedInTheMiddleMayHaveWritten() {
        seam.after("add", () -> {
            throw new NoClassDefFoundError("org/clientele/Gone");
        });

        assertThatExceptionOfType(UncertainException.class).isThrownBy(() -> node.add("john"));
    }

    @Test
    void withoutTheStoreNothingIsWritten() throws Exception {
        node.add("john");
        for (String call : List.of("owners", "take", "intend")) {
            seam.before(call, () -> {
                throw new StoreUnavailableException("Told to be down");
            });
        }
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> node.add("mary"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> node.update("john", Map.of("UserFirstname", "x")));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> node.rename("john", "mary"));
        assertThat(node.find("john")).contains("john");
        assertThat(node.find("mary")).isEmpty();
    }

    /** How many of eight who begin at once succeed; the others are told that the value is taken. */
    private static int happened(Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            IntStream.range(0, 8).forEach(i -> calls.add(() -> isDone(attempt, i)));
            int done = 0;
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                done += answer.get() ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isDone(Attempt attempt, int number) throws Exception {
        try {
            attempt.run(number);
            return true;
        } catch (AlreadyExistsException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Attempt {
        Object run(int number) throws Exception;
    }
}
