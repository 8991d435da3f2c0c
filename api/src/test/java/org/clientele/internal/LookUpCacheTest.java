package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;

class LookUpCacheTest {
    private static final SourceRecord BEFORE = MemorySource.record("Ünal", Validity.VALID);
    private static final SourceRecord AFTER = MemorySource.record("Ünal", Validity.INVALID);

    private final LookUpCache cache = new LookUpCache(Duration.ofHours(1), false);

    @Test
    void whatWasLoadedIsThere() {
        load(Optional.of(BEFORE));

        assertThat(cache.get("ünal")).contains(Optional.of(BEFORE));
    }

    @Test
    void aLaterAnswerReplacesAnEarlierOne() {
        load(Optional.of(BEFORE));
        load(Optional.of(AFTER));
        assertThat(cache.get("ünal")).contains(Optional.of(AFTER));

        load(Optional.empty());
        assertThat(cache.get("ünal")).contains(Optional.empty());
    }

    @Test
    void aLoadThatFailsLeavesWhatWasThere() {
        load(Optional.of(BEFORE));
        cache.load("ünal").end();

        assertThat(cache.get("ünal")).contains(Optional.of(BEFORE));
    }

    @Test
    void aLoadThatAnInvalidationOvertookIsNotRemembered() {
        LookUpCache.Load first = cache.load("ünal");
        cache.forget("ÜNAL");
        first.loaded(Optional.of(BEFORE));
        first.end();
        assertThat(cache.get("ünal")).isEmpty();

        load(Optional.of(BEFORE));
        LookUpCache.Load second = cache.load("ünal");
        cache.forget("ÜNAL");
        second.loaded(Optional.of(BEFORE));
        second.end();
        assertThat(cache.get("ünal")).isEmpty();
    }

    @Test
    void whereNothingIsToBeRememberedNothingIs() {
        LookUpCache off = new LookUpCache(Duration.ZERO, false);
        LookUpCache.Load load = off.load("ünal");
        load.loaded(Optional.of(BEFORE));
        load.end();

        assertThat(off.get("ünal")).isEmpty();
    }

    private void load(Optional<SourceRecord> answer) {
        LookUpCache.Load load = cache.load("ünal");
        load.loaded(answer);
        load.end();
    }

    /** To H2 these are two logins, to others one: what was remembered of one would answer for the other. */
    @Test
    void idsOfWhichStoragesDifferAreNotRemembered() {
        LookUpCache.Load load = cache.load("\u0130y");
        load.loaded(Optional.of(MemorySource.record("\u0130y", Validity.VALID)));
        load.end();
        assertThat(cache.get("\u0130y")).isEmpty();
        assertThat(cache.get("iy")).isEmpty();
    }
}
