package org.clientele.admin.list;

import java.util.List;
import org.clientele.CustomerUser;
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
 * @param disabledHere whether it is invalid because it was disabled here
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
        boolean disabledHere,
        String source,
        boolean unconfirmed,
        boolean fresh,
        String people,
        boolean writable) {

    static Row of(DirectoryEntry entry, String address, List<Cell> cells, String source, boolean fresh, String people) {
        return new Row(
                entry.id(),
                address,
                List.copyOf(cells),
                entry.validity(),
                entry instanceof CustomerUser user && user.disabledHere().isPresent(),
                source,
                entry.ownership() == Ownership.UNCONFIRMED,
                fresh,
                people,
                entry.writable());
    }
}
