package org.clientele.backend.ldap;

import java.util.Optional;
import org.clientele.Finding;
import org.clientele.spi.Criterion;

/**
 * What the last list lacked, until one that asks for as much comes complete: a short list is no proof that a long one is not
 * cut. For any thread.
 */
final class LastGap {
    private Optional<Cut> last = Optional.empty();

    private record Cut(Asked asked, Gap gap) {}

    private record Asked(Object question, boolean includeInvalid) {
        boolean covers(Asked other) {
            boolean wider = question.equals(Criterion.ALL) || question.equals(other.question);
            return wider && (includeInvalid || !other.includeInvalid);
        }
    }

    /**
     * Notes how an answer came.
     *
     * @param question what was asked, compared by {@code equals}; {@link Criterion#ALL} covers all others
     * @param gap what the answer lacked, empty for nothing
     */
    synchronized void note(Object question, boolean includeInvalid, Optional<Gap> gap) {
        Asked asked = new Asked(question, includeInvalid);
        if (last.isEmpty() || asked.covers(last.get().asked())) {
            last = gap.filter(Gap::isLoss).map(lack -> new Cut(asked, lack));
        } else if (gap.isPresent()) {
            Cut before = last.get();
            Asked widest = before.asked().covers(asked) ? before.asked() : asked;
            last = Gap.worse(Optional.of(before.gap()), gap).map(lack -> new Cut(widest, lack));
        }
    }

    /** What an administrator can do about it. */
    synchronized Optional<Finding> finding() {
        return last.map(Cut::gap).flatMap(Gap::finding);
    }
}
