package org.clientele.admin.relation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that belong together.
 *
 * @param heading what they have in common, empty if there is one block alone
 * @param columns the columns in order
 * @param all the column that implies the others, if there is one
 */
public record Block(String heading, List<Mark> columns, Optional<Mark> all) {
    public Block {
        columns = List.copyOf(columns);
    }

    /** Whether a column is the first of the block. */
    public boolean starts(Mark column) {
        return columns.indexOf(column) == 0;
    }

    /** Whether {@code marks} give what stands in a column, by themselves or because they give everything. */
    boolean gives(Set<String> marks, Mark column) {
        return marks.contains(column.key()) || givesAll(marks);
    }

    /** Those of {@code marks} that stand in this block; where everything is given, nothing else. */
    Set<String> reduced(Set<String> marks) {
        return columns.stream()
                .map(Mark::key)
                .filter(marks::contains)
                .filter(key -> !givesAll(marks) || key.equals(all.orElseThrow().key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean givesAll(Set<String> marks) {
        return all.filter(column -> marks.contains(column.key())).isPresent();
    }
}
