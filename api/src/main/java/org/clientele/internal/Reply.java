package org.clientele.internal;

import java.time.Duration;
import java.util.Optional;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;

/** What came of one call to a source: a value, or why there is none. */
record Reply<T>(Optional<T> value, Optional<SourceUnavailableException> failure, Duration time) {

    static <T> Reply<T> of(T value, Duration time) {
        return new Reply<>(Optional.of(value), Optional.empty(), time);
    }

    static <T> Reply<T> unavailable(SourceUnavailableException failure, Duration time) {
        return new Reply<>(Optional.empty(), Optional.of(failure), time);
    }

    boolean answered() {
        return value.isPresent();
    }

    SourceReport report(String slot) {
        Outcome outcome = failure.map(f -> f.reason().outcome()).orElse(Outcome.ANSWERED);
        String message = failure.map(f -> String.valueOf(f.getMessage())).orElse("");
        return new SourceReport(slot, outcome, time, message);
    }
}
