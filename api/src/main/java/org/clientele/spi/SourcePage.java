package org.clientele.spi;

import java.util.List;

/**
 * A part of a source's list.
 *
 * @param records in order
 * @param more whether the source has matching records after the last of these
 * @param truncated whether matching records are missing because the storage would not deliver them
 */
public record SourcePage(List<SourceRecord> records, boolean more, boolean truncated) {
    public SourcePage {
        records = List.copyOf(records);
    }

    /**
     * The first of these records.
     *
     * @param found matching records in order; those behind the first {@code limit} only tell that there are more
     * @param limit the most records of the page
     */
    public static SourcePage of(List<SourceRecord> found, int limit) {
        int size = Math.min(found.size(), limit);
        return new SourcePage(found.subList(0, size), found.size() > size, false);
    }
}
