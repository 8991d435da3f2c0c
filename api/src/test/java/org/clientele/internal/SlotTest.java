package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.clientele.SourceStatus;
import org.junit.jupiter.api.Test;

class SlotTest {

    @Test
    void theStatusSaysWhichRulesHold() {
        assertRules(Map.of("emailUniqCheck", "1", "customerCompanySupport", "0"), true, false);
        assertRules(Map.of("emailUniqCheck", "0", "customerCompanySupport", "1"), false, true);
    }

    @Test
    void noRulesAreKnownOfASlotThatWaits() {
        try (SlotsOfTest slots = new SlotsOfTest().with(Optional.empty())) {
            SourceStatus status = slots.slots().get(0).status();
            assertThat(status.uniqueEmail()).isFalse();
            assertThat(status.companySupport()).isFalse();
        }
    }

    private static void assertRules(Map<String, String> keys, boolean uniqueEmail, boolean companySupport) {
        try (SlotsOfTest slots = new SlotsOfTest().with(Optional.of(new PeopleSource(0, keys)))) {
            SourceStatus status = slots.slots().get(0).status();
            assertThat(status.uniqueEmail()).isEqualTo(uniqueEmail);
            assertThat(status.companySupport()).isEqualTo(companySupport);
        }
    }
}
