package org.clientele.admin.form;

import java.util.List;
import org.clientele.admin.list.Cell;

/**
 * One field of a record that is only shown.
 *
 * @param variable its variable
 * @param label its label
 * @param values its values, at least one
 */
public record ReadRow(String variable, String label, List<Cell> values) {
    public ReadRow {
        values = List.copyOf(values);
    }
}
