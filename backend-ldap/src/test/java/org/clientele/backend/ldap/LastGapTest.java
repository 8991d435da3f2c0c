package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientele.Finding;
import org.clientele.spi.Criterion;
import org.junit.jupiter.api.Test;

class LastGapTest {
    private static final Criterion EMAIL = new Criterion.Email("a@example.org");
    private static final Criterion OTHER = new Criterion.Email("b@example.org");
    private static final Optional<Gap> COMPLETE = Optional.empty();
    private static final Optional<Gap> LIMIT = Optional.of(new Gap(Gap.Kind.LIMIT, "too low"));
    private static final Optional<Gap> UNREACHED = Optional.of(new Gap(Gap.Kind.UNREACHED, "a server is away"));
    private static final Optional<Gap> ELSEWHERE = Optional.of(new Gap(Gap.Kind.ELSEWHERE, "not asked"));

    private final LastGap last = new LastGap();

    private String key() {
        return last.finding().map(Finding::key).orElse("");
    }

    @Test
    void aShortListIsNoProofThatALongOneIsComplete() {
        last.note(Criterion.ALL, false, LIMIT);
        last.note(EMAIL, true, COMPLETE);
        assertThat(key()).isEqualTo("userDn");
        last.note(Criterion.ALL, false, COMPLETE);
        assertThat(key()).isEmpty();
    }

    @Test
    void theSameListOrALongerOneIsProof() {
        last.note(EMAIL, false, LIMIT);
        last.note(OTHER, false, COMPLETE);
        assertThat(key()).isEqualTo("userDn");
        last.note(EMAIL, false, COMPLETE);
        assertThat(key()).isEmpty();
        last.note(EMAIL, false, LIMIT);
        last.note(Criterion.ALL, false, COMPLETE);
        assertThat(key()).isEmpty();
    }

    @Test
    void aListWithoutThoseWhoAreInvalidIsShorter() {
        last.note(Criterion.ALL, true, LIMIT);
        last.note(Criterion.ALL, false, COMPLETE);
        assertThat(key()).isEqualTo("userDn");
        last.note(Criterion.ALL, true, COMPLETE);
        assertThat(key()).isEmpty();
    }

    @Test
    void aShortListThatLacksSomethingDoesNotHideWhatALongOneLacked() {
        last.note(Criterion.ALL, false, LIMIT);
        last.note(EMAIL, false, UNREACHED);
        last.note(EMAIL, false, COMPLETE);
        assertThat(key()).isEqualTo("userDn");
        last.note(Criterion.ALL, false, UNREACHED);
        assertThat(key()).isEqualTo("referralHosts");
    }

    @Test
    void whatIsNoPartOfTheSourceIsNotLacking() {
        last.note(Criterion.ALL, false, LIMIT);
        last.note(Criterion.ALL, false, ELSEWHERE);
        assertThat(key()).isEmpty();
    }
}
