package org.clientele.admin.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Saved SAVED = new Saved("customers-groups", List.of(), List.of(), false);

    private Instant now = Instant.parse("2025-03-01T10:30:00Z");
    private final RecentChanges recent = new RecentChanges(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theyAreKeptForHalfAnHourForWhoDidThem() {
        String key = recent.keep("karaf", SAVED);
        now = now.plus(Duration.ofMinutes(30));
        assertThat(recent.find("karaf", "customers-groups", key)).contains(SAVED);
        assertThat(recent.find("other", "customers-groups", key)).isEmpty();
        assertThat(recent.find("karaf", "customer-users-groups", key)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(recent.find("karaf", "customers-groups", key)).isEmpty();
    }

    @Test
    void theOldestGivesWay() {
        String first = recent.keep("karaf", SAVED);
        for (int i = 0; i < 99; i++) {
            recent.keep("karaf", SAVED);
        }
        assertThat(recent.find("karaf", "customers-groups", first)).isPresent();
        String last = recent.keep("karaf", SAVED);
        assertThat(recent.find("karaf", "customers-groups", first)).isEmpty();
        assertThat(recent.find("karaf", "customers-groups", last)).isPresent();
        recent.forget(last);
        assertThat(recent.find("karaf", "customers-groups", last)).isEmpty();
    }
}
