package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.Validity;
import org.junit.jupiter.api.Test;

class TestRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final SourceDefaults DEFAULTS = SourceDefaults.readOnly(
            "Sample",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 1 | |",
                    2, "UserEmail | Email | email | 1 | 1 | var | | 1 | |",
                    3, "UserCustomerID | CustomerID | customer | 1 | 1 | var | | 1 | |"),
            "login",
            List.of("email"),
            List.of("login"),
            List.of("email"),
            List.of("login"));

    private final List<TestStep> told = new ArrayList<>();
    private final TestRun run = new TestRun(Deadline.in(Duration.ofSeconds(20)), told::add);

    @Test
    void whatACheckReturnsIsForLaterSteps() {
        Optional<String> found = run.step("find", LIMIT, report -> {
            report.say("found");
            return "x";
        });
        assertThat(found).contains("x");
        assertThat(told).singleElement().satisfies(step -> {
            assertThat(step.result()).isEqualTo(Result.PASSED);
            assertThat(step.message()).isEqualTo("found");
        });
    }

    @Test
    void aFailureInWordsIsShownAndAnyOtherIsNamedByItsKindAlone() {
        run.step("a", LIMIT, report -> {
            throw report.failure("no such table");
        });
        run.step("b", LIMIT, report -> {
            throw new SourceUnavailableException(Reason.CONNECTION, "away");
        });
        run.step("c", LIMIT, report -> {
            throw new IOException("jdbc:x://user:secret@host");
        });
        assertThat(told).extracting(TestStep::result).containsOnly(Result.FAILED);
        assertThat(told)
                .extracting(TestStep::message)
                .containsExactly("no such table", "away", "It failed unexpectedly (IOException)");
    }

    @Test
    void faultsEndTheSettingsAndWarningsDoNot() {
        assertThat(run.settings(List.of(Finding.warning("listFields", "is odd"))))
                .isTrue();
        assertThat(run.settings(List.of(Finding.error("host", "is required"), Finding.warning("port", "is odd"))))
                .isFalse();
        assertThat(told).extracting(TestStep::result).containsExactly(Result.WARNED, Result.FAILED);
        assertThat(told.get(1).details()).containsExactly("host is required", "port is odd");
    }

    @Test
    void afterAnInterruptNothingIsBegun() {
        run.step("a", LIMIT, report -> {
            throw new InterruptedException();
        });
        run.step("b", LIMIT, report -> {
            throw new AssertionError("begun");
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).extracting(TestStep::result).containsExactly(Result.FAILED, Result.SKIPPED);
    }

    @Test
    void aStepHasItsOwnLimitWithinThatOfTheRun() {
        run.step("short", Duration.ofMillis(1500), report -> {
            assertThat(report.deadline().remaining()).isLessThanOrEqualTo(Duration.ofMillis(1500));
            return true;
        });
        run.step("long", Duration.ofDays(1), report -> {
            assertThat(report.deadline().remaining()).isLessThanOrEqualTo(Duration.ofSeconds(20));
            return true;
        });
        new TestRun(Deadline.in(Duration.ZERO), told::add).step("late", LIMIT, report -> true);
        assertThat(told).extracting(TestStep::result).containsExactly(Result.PASSED, Result.PASSED, Result.SKIPPED);
    }

    @Test
    void aRecordIsShownByItsFieldsWithWhatItLacks() {
        SourceDescription source = SourceSettings.read(new Settings(Map.of("slot", "CustomerUser1")), DEFAULTS);
        Map<String, String> row = Map.of("login", "O'Brien", "email", "x\"y <z>" + "ü".repeat(300), "customer", "");
        run.step("rows", LIMIT, report -> {
            report.show(SourceRecord.of(source, row, Validity.VALID), source);
            return true;
        });
        assertThat(told.get(0).result()).isEqualTo(Result.WARNED);
        assertThat(told.get(0).details().get(0))
                .isEqualTo("O'Brien: UserLogin = O'Brien; UserEmail = x\"y <z>" + "ü".repeat(193)
                        + "…; without UserCustomerID");
        assertThat(told.get(0).toString()).doesNotContain("O'Brien");
    }
}
