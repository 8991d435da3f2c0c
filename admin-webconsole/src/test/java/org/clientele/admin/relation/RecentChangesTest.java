package org.clientele.admin.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.clientele.admin.web.SetClock;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Saved SAVED = new Saved("customers-groups", List.of(), List.of(), false);

    private final SetClock clock = new SetClock();
    private final RecentChanges recent = new RecentChanges(clock);

    @Test
    void theyAreKeptForHalfAnHourForWhoDidThem() {
        String key = recent.keep("karaf", SAVED);
        clock.pass(Duration.ofMinutes(30));
        assertThat(recent.find("karaf", "customers-groups", key)).contains(SAVED);
        assertThat(recent.find("other", "customers-groups", key)).isEmpty();
        assertThat(recent.find("karaf", "customer-users-groups", key)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
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
        recent.forget("other", last);
        assertThat(recent.find("karaf", "customers-groups", last)).isPresent();
        recent.forget("karaf", last);
        assertThat(recent.find("karaf", "customers-groups", last)).isEmpty();
    }
}
