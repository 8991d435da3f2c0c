package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
