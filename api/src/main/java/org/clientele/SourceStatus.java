package org.clientele;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.field.Field;

/**
 * What is known about a configured slot.
 *
 * @param slot the slot, for example {@code CustomerUser1}
 * @param sourceId the identity of the source, which stays when it moves to another slot
 * @param name the name for people
 * @param backEnd the kind, for example {@code LDAP}; empty while the service is away
 * @param state whether it can be asked
 * @param writable whether records can be added and changed
 * @param findings what is wrong or odd with its configuration and storage
 * @param lastError the last failed call since the source came, empty if there was none
 * @param latency how long the last answered call took, empty if there was none
 * @param fields the rows of its map, empty while the service is away
 * @param generatesLogins whether {@code add} makes a login where none is given
 * @param renames whether the login of a record can be changed
 * @param adminSetsPreferences whether administrators see and change preferences of its customer users
 * @param uniqueEmail whether an e-mail address belongs to one customer user at most; false while the service is away
 * @param companySupport whether the customer of a customer user must exist; false while the service is away
 */
public record SourceStatus(
        String slot,
        String sourceId,
        String name,
        String backEnd,
        SourceState state,
        boolean writable,
        List<Finding> findings,
        Optional<Failure> lastError,
        Optional<Duration> latency,
        List<Field> fields,
        boolean generatesLogins,
        boolean renames,
        boolean adminSetsPreferences,
        boolean uniqueEmail,
        boolean companySupport) {

    /**
     * A call that failed.
     *
     * @param message one sentence for people, without secrets and stored values
     * @param at when it failed
     * @param over whether the source has answered since
     */
    public record Failure(String message, Instant at, boolean over) {}

    public SourceStatus {
        findings = List.copyOf(findings);
        fields = List.copyOf(fields);
    }

    /** Whether a new record may be sent to it: it can be written, and whatever keeps it from that now ends by itself. */
    public boolean takesRecords() {
        return writable && state != SourceState.MISCONFIGURED;
    }

    /** The same status with other findings. */
    public SourceStatus withFindings(List<Finding> others) {
        return new SourceStatus(
                slot,
                sourceId,
                name,
                backEnd,
                state,
                writable,
                others,
                lastError,
                latency,
                fields,
                generatesLogins,
                renames,
                adminSetsPreferences,
                uniqueEmail,
                companySupport);
    }

    /** The same status with other fields. */
    public SourceStatus withFields(List<Field> others) {
        return new SourceStatus(
                slot,
                sourceId,
                name,
                backEnd,
                state,
                writable,
                findings,
                lastError,
                latency,
                others,
                generatesLogins,
                renames,
                adminSetsPreferences,
                uniqueEmail,
                companySupport);
    }
}
