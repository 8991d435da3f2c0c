package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.clientele.SourceUnavailableException;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void anHourIsNotOver() {
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        assertThat(deadline.passed()).isFalse();
        assertThat(deadline.remaining()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(deadline.remainingMillis()).isBetween(59 * 60_000, 60 * 60_000);
    }

    @Test
    void nothingAndLessHavePassedAtOnce() {
        for (Duration limit : new Duration[] {Duration.ZERO, Duration.ofDays(-1)}) {
            Deadline deadline = Deadline.in(limit);
            assertThat(deadline.passed()).isTrue();
            assertThat(deadline.remaining()).isZero();
        }
    }

    @Test
    void aCallMayGoOnUntilItsTimeIsOverOrItsThreadIsInterrupted() throws Exception {
        Deadline hour = Deadline.in(Duration.ofHours(1));
        hour.check();
        assertTimeOut(Deadline.in(Duration.ZERO));
        Thread.currentThread().interrupt();
        try {
            assertTimeOut(hour);
            assertThat(Thread.currentThread().isInterrupted())
                    .as("still interrupted")
                    .isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void assertTimeOut(Deadline deadline) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(deadline::check)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
    }

    @Test
    void driversNeverGetZeroWhichMeansForever() {
        assertThat(Deadline.in(Duration.ZERO).remainingMillis()).isEqualTo(1);
    }

    @Test
    void aVeryLongTimeFitsTheNumberThatDriversTake() {
        Deadline deadline = Deadline.in(Duration.ofDays(365 * 200));
        assertThat(deadline.passed()).isFalse();
        assertThat(deadline.remainingMillis()).isEqualTo(Integer.MAX_VALUE);
    }
}
