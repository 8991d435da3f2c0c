package org.clientele.spi;

import java.util.Optional;
import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One source of records: one storage, one configuration, one immutable object. Not registered as such: an implementation is
 * a {@link CustomerUserSource} or a {@link CustomerSource} and adds {@link WritableSource} and others as it can.
 *
 * <p>Any thread may call, many at once. A call ends, with an answer or an exception, soon after its deadline has passed or
 * its thread was interrupted, and it lets go of everything it held; one whose deadline has passed already fails with
 * {@link SourceUnavailableException.Reason#TIME_OUT}. A call that is under way when the source is closed ends
 * normally or with {@link SourceUnavailableException}.
 */
@ConsumerType
public interface DirectorySource {

    /** Slot, names, fields and settings. Calls no storage and always returns the same value, or one with known lengths. */
    SourceDescription description();

    /**
     * Whether the source can be asked now, and what is wrong or odd with its configuration and its storage. Calls no
     * storage: it tells what the configuration says and what the last contact found. A missing table is
     * {@link org.clientele.SourceState#WAITING}, a missing column {@link org.clientele.SourceState#MISCONFIGURED}.
     */
    SourceCondition condition();

    /**
     * Looks up the record with exactly this id, valid or not. Whether case matters is what
     * {@link SearchSettings#caseSensitive} says.
     *
     * @return the record, empty if the storage has none
     * @throws SourceUnavailableException if that is not known
     */
    Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException;

    /**
     * The records that match, in the order of {@link OrderKey}, from the position on.
     *
     * @return at most {@link SourceQuery#limit} records; fewer with {@link SourcePage#more} if that is cheaper
     * @throws SourceUnavailableException if the storage could not be asked
     */
    SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException;
}
