package org.clientele.spi;

import java.util.List;
import org.clientele.spi.SourceQuery.Position;

/**
 * A part of a source's customer IDs.
 *
 * @param ids in order: the customer ID as stored, and its key, see {@link OrderKey}, as the storage computed it
 * @param more whether there are further ones after the last of these
 * @param truncated whether some are missing because the storage would not deliver all records
 */
public record CustomerIdList(List<Position> ids, boolean more, boolean truncated) {
    public CustomerIdList {
        ids = List.copyOf(ids);
    }
}
