package org.clientele.field;

import java.util.List;
import java.util.Optional;

/**
 * One row of a view of a record, with its values ready to be read.
 *
 * @param variable the variable of the field
 * @param label the English label for people; screens translate it
 * @param values at least one
 */
public record ViewRow(String variable, String label, List<Value> values) {
    public ViewRow {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param stored as the storage has it
     * @param label for people: what the selection calls it, else as stored; screens translate it
     * @param link the link around it, empty for none
     */
    public record Value(String stored, String label, Optional<Link> link) {}
}
