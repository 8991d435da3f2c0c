package org.clientele.admin.relation;

import java.util.List;

/**
 * What stands in a row below a block of columns.
 *
 * @param text the sentence that stands there instead of check boxes, empty if there are some
 * @param width the number of columns
 * @param boxes the check boxes
 */
public record MatrixCell(String text, int width, List<Box> boxes) {
    public MatrixCell {
        boxes = List.copyOf(boxes);
    }

    /**
     * A check box.
     *
     * @param value what the form sends if it is checked
     * @param label its name for whoever does not see row and column
     * @param all whether it implies the others of its block
     * @param start whether it is the first of its block
     */
    public record Box(String value, boolean checked, String label, boolean all, boolean start) {}
}
