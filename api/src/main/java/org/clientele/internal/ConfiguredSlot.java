package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A slot as the configurations define it, whether or not a service fills it.
 *
 * @param slot the name of the slot
 * @param number its place in the order
 * @param pid the configuration, which is also the {@code service.pid} of the service that fills the slot
 * @param sourceId the identity of the source
 * @param name the name for people
 * @param die whether lists fail when the source is unavailable
 * @param bestEffort whether additions elsewhere go on without the source, empty where the configuration does not say
 * @param findings what is wrong with the slot itself, such as a second configuration
 */
record ConfiguredSlot(
        String slot,
        int number,
        String pid,
        String sourceId,
        String name,
        boolean die,
        Optional<Boolean> bestEffort,
        List<Finding> findings) {
    ConfiguredSlot {
        findings = List.copyOf(findings);
    }

    /** Why nothing may fill this slot: two sources with one identity would own each other's people. */
    Optional<Finding> conflict() {
        return findings.stream()
                .filter(finding -> finding.key().equals("sourceId"))
                .findFirst();
    }

    ConfiguredSlot with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new ConfiguredSlot(slot, number, pid, sourceId, name, die, bestEffort, more);
    }

    /** This slot, where the configuration is silent with what is known from elsewhere. */
    ConfiguredSlot orBestEffort(@Nullable Boolean known) {
        return new ConfiguredSlot(
                slot, number, pid, sourceId, name, die, bestEffort.or(() -> Optional.ofNullable(known)), findings);
    }
}
