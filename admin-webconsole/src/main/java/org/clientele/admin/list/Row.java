package org.clientele.admin.list;

import java.util.List;
import org.clientele.DirectoryEntry;
import org.clientele.Ownership;
import org.clientele.Validity;

/**
 * One row of the overview.
 *
 * @param id login or customer ID
 * @param address where the record is shown
 * @param cells the values of the kind's own columns
 * @param validity whether it may be used
 * @param source the name of its source
 * @param unconfirmed whether it is not sure that the source owns it
 * @param fresh whether it was just saved
 * @param writable whether it can be changed
 */
public record Row(
        String id,
        String address,
        List<Cell> cells,
        Validity validity,
        String source,
        boolean unconfirmed,
        boolean fresh,
        boolean writable) {

    static Row of(DirectoryEntry entry, String address, List<Cell> cells, String source, boolean fresh) {
        return new Row(
                entry.id(),
                address,
                List.copyOf(cells),
                entry.validity(),
                source,
                entry.ownership() == Ownership.UNCONFIRMED,
                fresh,
                entry.writable());
    }
}
