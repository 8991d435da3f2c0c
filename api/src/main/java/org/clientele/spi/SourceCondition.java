package org.clientele.spi;

import java.util.List;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;

/**
 * Whether a source can be asked, and what is wrong or odd.
 *
 * @param state {@code READY}, {@code WAITING} or {@code MISCONFIGURED}; failing calls are the directory's observation
 * @param findings of the configuration and of the storage
 */
public record SourceCondition(SourceState state, List<Finding> findings) {
    public SourceCondition {
        findings = List.copyOf(findings);
    }

    /** Ready unless a finding is an error: then misconfigured. */
    public static SourceCondition of(List<Finding> findings) {
        boolean faulty = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        return new SourceCondition(faulty ? SourceState.MISCONFIGURED : SourceState.READY, findings);
    }

    /**
     * Ends a call to a source that is not ready.
     *
     * @throws SourceUnavailableException unless the state is {@code READY}, with the first error among the findings as reason
     */
    public void requireReady() throws SourceUnavailableException {
        if (state != SourceState.READY) {
            String reason = findings.stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .findFirst()
                    .map(finding -> ": " + finding.key() + " " + finding.message())
                    .orElse("");
            throw state == SourceState.MISCONFIGURED
                    ? new SourceUnavailableException(Reason.MISCONFIGURED, "Misconfigured" + reason)
                    : new SourceUnavailableException(Reason.WAITING, "Waiting" + reason);
        }
    }
}
