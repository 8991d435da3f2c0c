package org.clientele.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditOutcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was to be changed and what became of it. Entries are noted before a change is made and concluded afterwards; where a
 * change starts or ends with a call of the store anyway, that call takes them along.
 */
@ProviderType
public interface StoredAudit {

    /** The most characters of what a change is about and of its actor. */
    int LONGEST_ID = 400;

    /** The most characters of a door, an address, a slot. */
    int LONGEST_NAME = 100;

    /** The most characters of a note. */
    int LONGEST_NOTE = 1000;

    /** The most characters of all values of an entry together. */
    int LONGEST_CHANGES = 400_000;

    /**
     * A change that is about to be made.
     *
     * @param entry its id is one of {@link AuditId}, its outcome {@link AuditOutcome#INTENDED} unless more is known already
     * @param person the reference of the customer user whom the change is about, see {@link Owner#id}; empty if it is about no
     *     customer user, or he has none yet
     */
    record Intent(AuditEntry entry, Optional<Long> person) {}

    /**
     * What became of some changes.
     *
     * @param ids of their entries
     * @param note see {@link AuditEntry#note}
     * @param person as for {@link Intent#person}, if it is known now; empty leaves what was known before
     */
    record Conclusion(Collection<String> ids, AuditOutcome outcome, String note, Optional<Long> person) {
        public Conclusion {
            ids = List.copyOf(ids);
        }

        /** The same, and the person is known. */
        public Conclusion about(long reference) {
            return new Conclusion(ids, outcome, note, Optional.of(reference));
        }
    }

    /** Notes changes, all or none. At most 200; one statement. */
    void intend(List<Intent> intents) throws StoreUnavailableException;

    /** Says what became of changes. Repeating it changes nothing. */
    void conclude(List<Conclusion> conclusions) throws StoreUnavailableException;

    /**
     * Entries, the newest first. One statement.
     *
     * @param after only those before this id
     * @param limit the most that are answered
     */
    List<AuditEntry> list(AuditFilter filter, Optional<String> after, int limit) throws StoreUnavailableException;

    /**
     * Replaces what entries say about one person: his logins by another text, each personal value by a mark, see
     * {@link AuditEntry#withoutPersonalValues}; notes are emptied. Concerned are the entries that are known to be about his
     * reference, with whatever login he had then, and those of his logins that are not known to be about another reference.
     * A call goes through some thousand entries at most, so that it ends in time however many there are; repeating all of it changes
     * nothing.
     *
     * @param person his reference, if he has one
     * @param logins his logins, now and before, compared without regard to case
     * @param newLogin what stands in place of each, at most {@link #LONGEST_ID} characters
     * @param after where the call before ended, with the same person and logins; empty to start
     */
    Rewritten rewrite(Optional<Long> person, Set<String> logins, String newLogin, String mark, Optional<String> after)
            throws StoreUnavailableException;

    /**
     * What a call of {@link #rewrite} did.
     *
     * @param entries how many entries it went through
     * @param next where the next call goes on, empty if that was all
     */
    record Rewritten(int entries, Optional<String> next) {}

    /** How many entries {@link #about} would answer. */
    int count(Optional<Long> person, Set<String> logins, int limit) throws StoreUnavailableException;

    /**
     * The entries that {@link #rewrite} goes through for a person, with whatever they say, the oldest first.
     *
     * @param limit the most that are answered
     */
    List<AuditEntry> about(Optional<Long> person, Set<String> logins, int limit) throws StoreUnavailableException;

    /**
     * Forgets entries from before a moment, some thousand at most.
     *
     * @return whether none is left
     */
    boolean sweep(Instant before) throws StoreUnavailableException;
}
