package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of a source of customer users that is also an {@link AuthenticatingSource}, as tests: extend it. */
public abstract class AuthenticatingSourceContract implements SourceUnderTest {
    private static final String RIGHT = "pässword ${x} カス";
    private static final List<String> PASSWORDS = List.of(
            "simple",
            "someカス",
            "someäöü",
            " ",
            " leading and trailing ",
            "\t",
            "0",
            "';",
            "*)(uid=*",
            "\"x\" <y> ${a} %_\\",
            "كل ما تحب معرفته عن",
            "very long password line which is unusual",
            "a".repeat(64));
    private static final List<String> LOGINS =
            List.of("O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "100%", "a_b", "a*b", "a\\b", "(x)", "a,b=c", "#x");

    /**
     * As {@link #fixture(List)}, with passwords.
     *
     * @param passwords by login; who is not among them has none
     */
    public abstract Fixture fixture(List<TestPerson> people, Map<String, String> passwords) throws Exception;

    @Override
    public final Fixture fixture(List<TestPerson> people) throws Exception {
        return fixture(people, Map.of());
    }

    private Probe open(List<TestPerson> people, Map<String, String> passwords) throws Exception {
        return Probe.open(all -> fixture(all, passwords), people);
    }

    private static boolean authenticates(Probe probe, String login, String password) throws SourceUnavailableException {
        return authenticates(probe, login, password, Probe.deadline());
    }

    private static boolean authenticates(Probe probe, String login, String password, Deadline deadline)
            throws SourceUnavailableException {
        return ((AuthenticatingSource) probe.source()).authenticate(login, Password.of(password), deadline);
    }

    @Test
    void itSaysThatItKnowsPasswords() throws Exception {
        try (Probe probe = open(List.of(), Map.of())) {
            assertThat(probe.source()).isInstanceOf(AuthenticatingSource.class);
        }
    }

    @Test
    void everyPasswordSignsItsOwnerInAsOftenAsHeLikes() throws Exception {
        Map<String, String> passwords = new LinkedHashMap<>();
        PASSWORDS.forEach(password -> passwords.put("user" + passwords.size(), password));
        List<TestPerson> people =
                passwords.keySet().stream().map(TestPerson::of).toList();
        try (Probe probe = open(people, passwords)) {
            for (Map.Entry<String, String> entry : passwords.entrySet()) {
                assertThat(authenticates(probe, entry.getKey(), entry.getValue()))
                        .as(entry.getValue())
                        .isTrue();
            }
            assertThat(authenticates(probe, "user0", "simple")).as("again").isTrue();
            assertThat(authenticates(probe, "user0", "someカス"))
                    .as("another's password")
                    .isFalse();
        }
    }

    @Test
    void anyOtherPasswordIsRefused() throws Exception {
        try (Probe probe = open(People.of("john"), Map.of("john", RIGHT))) {
            for (String wrong :
                    List.of(RIGHT + " ", " " + RIGHT, RIGHT.toUpperCase(Locale.ROOT), "p", "*", "%", "john", "null")) {
                assertThat(authenticates(probe, "john", wrong))
                        .as("signed in with the wrong password '%s'", wrong)
                        .isFalse();
            }
            assertThat(authenticates(probe, "john", RIGHT)).as("afterwards").isTrue();
        }
    }

    @Test
    void whoHasNoPasswordIsRefused() throws Exception {
        try (Probe probe = open(People.of("john"), Map.of())) {
            for (String password : List.of(RIGHT, "null", " ", "*", "john")) {
                assertThat(authenticates(probe, "john", password))
                        .as("signed in without having a password, with '%s'", password)
                        .isFalse();
            }
        }
    }

    @Test
    void whoIsNotThereIsRefused() throws Exception {
        try (Probe probe = open(People.of("john"), Map.of("john", RIGHT))) {
            for (String login : List.of("mary", "joh", "johnn", "*", "%", "j_hn", "john\0", "\0", "*)(uid=john")) {
                assertThat(authenticates(probe, login, RIGHT))
                        .as("signed in as '%s', who is not there", login)
                        .isFalse();
            }
        }
    }

    @Test
    void whoIsNotValidIsRefused() throws Exception {
        boolean welcome = deviations().contains(Deviation.ALWAYS_VALID);
        List<TestPerson> people = List.of(
                TestPerson.of("gone").withValidity(Validity.INVALID),
                TestPerson.of("away").withValidity(Validity.INVALID_TEMPORARILY));
        try (Probe probe = open(people, Map.of("gone", RIGHT, "away", RIGHT))) {
            assertThat(authenticates(probe, "gone", RIGHT))
                    .as("an invalid person signed in")
                    .isEqualTo(welcome);
            assertThat(authenticates(probe, "away", RIGHT))
                    .as("a temporarily invalid person signed in")
                    .isEqualTo(welcome);
        }
    }

    @Test
    void loginsAreTakenLiterally() throws Exception {
        Map<String, String> passwords = new LinkedHashMap<>();
        LOGINS.forEach(login -> passwords.put(login, "of " + login));
        List<TestPerson> people = LOGINS.stream().map(TestPerson::of).toList();
        try (Probe probe = open(people, passwords)) {
            for (String login : LOGINS) {
                assertThat(authenticates(probe, login, "of " + login)).as(login).isTrue();
                assertThat(authenticates(probe, login, "of O'Brien")).as(login).isEqualTo(login.equals("O'Brien"));
            }
        }
    }

    @Test
    void aPassedDeadlineIsATimeOut() throws Exception {
        try (Probe probe = open(People.of("john"), Map.of("john", RIGHT))) {
            assertThatThrownBy(() -> authenticates(probe, "john", RIGHT, Deadline.in(Duration.ZERO)))
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
        }
    }

    @TestFactory
    Stream<DynamicTest> aStorageThatIsAwayRefusesNobody() throws Exception {
        return Outages.test(this, "itSaysThatItIsAway", this::signInWhileAway);
    }

    private void signInWhileAway() throws Exception {
        try (Probe probe = open(People.of("john"), Map.of("john", RIGHT))) {
            Outages.assertUnavailable(
                    probe,
                    Map.of(
                            "sign-in of john",
                            () -> authenticates(probe, "john", RIGHT),
                            "sign-in of mary, who is not there,",
                            () -> authenticates(probe, "mary", RIGHT)));
            assertThat(authenticates(probe, "john", RIGHT)).as("afterwards").isTrue();
        }
    }

    @Test
    void twentyThreadsGetTheirOwnAnswers() throws Exception {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            passwords.put("user" + i, "password" + i);
        }
        List<TestPerson> people =
                passwords.keySet().stream().map(TestPerson::of).toList();
        try (Probe probe = open(people, passwords)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String login = "user" + i;
                String right = "password" + i;
                calls.add(() -> authenticates(probe, login, right) && !authenticates(probe, login, right + "0"));
            }
            ExecutorService threads = Executors.newFixedThreadPool(20);
            try {
                for (Future<Boolean> future : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                    assertThat(future.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
