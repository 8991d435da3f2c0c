package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.Finding;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.OrderKey;

/**
 * A configured slot and the source that fills it at the moment, if any.
 *
 * @param configured what the configuration says
 * @param source the source, empty while its service is away
 */
record Slot(ConfiguredSlot configured, Optional<AskedSource> source) {

    String name() {
        return configured.slot();
    }

    String sourceId() {
        return configured.sourceId();
    }

    /** Whether lists fail while this slot is unavailable. */
    boolean die() {
        return source.map(s -> s.description().calls().die()).orElse(configured.die());
    }

    /** Whether an addition elsewhere goes on without this slot's answer. Not known means it waits. */
    boolean bestEffort() {
        return configured
                .bestEffort()
                .orElse(source.map(AskedSource::bestEffort).orElse(false));
    }

    /** What a login is remembered by; while the source is away, as in sources to which case does not matter. */
    String loginKey(String login) {
        boolean caseSensitive =
                source.map(s -> s.description().search().caseSensitive()).orElse(false);
        return caseSensitive ? login : OrderKey.of(login);
    }

    /** Starts a call to the source; if it is away the call has failed already. */
    <T> PendingCall<T> ask(Function<AskedSource, PendingCall<T>> call) {
        return source.map(call).orElseGet(() -> PendingCall.failed(waiting()));
    }

    SourceUnavailableException waiting() {
        if (configured.conflict().isPresent()) {
            return new SourceUnavailableException(
                    Reason.MISCONFIGURED,
                    "Misconfigured: sourceId " + configured.conflict().get().message());
        }
        return new SourceUnavailableException(
                Reason.WAITING, "Waiting: its back end is stopped, being updated or not installed");
    }

    SourceReport remembered() {
        return new SourceReport(name(), Outcome.ANSWERED, Duration.ZERO, "");
    }

    SourceStatus status() {
        return source.map(this::filled).orElseGet(this::empty);
    }

    private SourceStatus filled(AskedSource asked) {
        List<Finding> findings = new ArrayList<>(configured.findings());
        findings.addAll(asked.condition().findings());
        return new SourceStatus(
                name(),
                sourceId(),
                asked.description().name(),
                asked.description().backEnd(),
                asked.state(),
                asked.writable(),
                findings,
                asked.gate().lastError(),
                asked.gate().latency(),
                asked.fields(),
                asked.description().rules().generatedLoginPrefix().isPresent(),
                asked.renames(),
                asked.description().rules().adminSetsPreferences(),
                asked.description().rules().uniqueEmail(),
                asked.description().rules().companySupport());
    }

    private SourceStatus empty() {
        return new SourceStatus(
                name(),
                sourceId(),
                configured.name(),
                "",
                configured.conflict().isPresent() ? SourceState.MISCONFIGURED : SourceState.WAITING,
                false,
                configured.findings(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                false,
                false,
                false);
    }
}
