package org.clientele.spi;

import java.util.List;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that can order its records by other fields than the id. The directory reads a bounded number of records of a
 * source that cannot, in the usual order, and sorts those.
 */
@ConsumerType
public interface SortingSource {

    /**
     * The first matching records in another order, which {@link Ordering} describes; records that it does not tell apart are
     * in the order of {@link OrderKey}, ascending.
     *
     * @param query what to list; without a position, its limit at most {@value org.clientele.ListRequest#MOST_ROWS}
     * @param order at least one field that the source's map has, none twice, the most important first
     * @return the first {@link SourceQuery#limit} records
     * @throws SourceUnavailableException if the storage could not be asked
     */
    SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline) throws SourceUnavailableException;
}
