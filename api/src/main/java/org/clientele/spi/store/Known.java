package org.clientele.spi.store;

import java.util.List;
import java.util.Map;

/**
 * What is known about some logins.
 *
 * @param owners the active owners by login key, see {@link DirectoryStore#owners}
 * @param marks who was disabled here, in whatever source
 */
public record Known(Map<String, Owner> owners, List<DisabledPeople.Mark> marks) {
    public Known {
        owners = Map.copyOf(owners);
        marks = List.copyOf(marks);
    }
}
