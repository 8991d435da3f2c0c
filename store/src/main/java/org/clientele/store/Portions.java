package org.clientele.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of values, cut into portions that every database takes in one statement. */
final class Portions {

    /** No database takes more values in one list than all of them do; some stand in their statement twice. */
    private static final int MOST = 500;

    private Portions() {}

    /** Each value once; no portion is empty. */
    static <T> List<List<T>> of(Collection<T> values) {
        List<T> distinct = values.stream().distinct().toList();
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST) {
            portions.add(distinct.subList(from, Math.min(from + MOST, distinct.size())));
        }
        return portions;
    }
}
