package org.clientele.spi;

import java.util.Optional;

/**
 * What to list.
 *
 * @param criterion which records
 * @param after only records behind this position
 * @param limit the most records to deliver, at least 1
 * @param includeInvalid whether records that are not valid are wanted too
 */
public record SourceQuery(Criterion criterion, Optional<Position> after, int limit, boolean includeInvalid) {

    /**
     * A place in the order: by key, then by id as stored (both compared by code point).
     *
     * @param key an order key as the source delivered it
     * @param id the id of that record, as stored
     */
    public record Position(String key, String id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int byKey = OrderKey.COMPARATOR.compare(key, other.key);
            return byKey != 0 ? byKey : OrderKey.COMPARATOR.compare(id, other.id);
        }
    }
}
