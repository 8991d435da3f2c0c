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
}
