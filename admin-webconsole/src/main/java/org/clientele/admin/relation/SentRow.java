package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;

/**
 * A row of a matrix as somebody sent it.
 *
 * @param id login, customer ID, or the number of a group
 * @param before the marks that the row had when the page was made
 * @param checked the marks that are checked now
 */
record SentRow(String id, Set<String> before, Set<String> checked) {
    /** The id of a row. This and the two names below are sent once a row, for a form may not have many names. */
    static final String ROW = "row";
    /** The marks that a row had, separated by blanks. */
    static final String BEFORE = "before";
    /** The number of a row, a blank, a mark. */
    static final String MARK = "mark";

    static final int MOST_ROWS = 1000;

    SentRow {
        before = Set.copyOf(before);
        checked = Set.copyOf(checked);
    }

    /** The rows by id. */
    static Map<String, SentRow> of(Exchange exchange) {
        List<String> ids = exchange.texts(ROW);
        List<String> before = exchange.texts(BEFORE);
        if (ids.size() > MOST_ROWS) {
            throw new Refusal(422, exchange.words().get("bad.rows", MOST_ROWS));
        }
        if (ids.size() != before.size() || new HashSet<>(ids).size() != ids.size()) {
            throw new Refusal(422, exchange.words().get("bad.matrix"));
        }
        List<Set<String>> checked = checked(exchange, ids.size());
        Map<String, SentRow> rows = new LinkedHashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            rows.put(ids.get(row), new SentRow(ids.get(row), marks(exchange, before.get(row)), checked.get(row)));
        }
        return rows;
    }

    private static List<Set<String>> checked(Exchange exchange, int rows) {
        List<Set<String>> checked = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            checked.add(new LinkedHashSet<>());
        }
        for (String mark : exchange.texts(MARK)) {
            String number = mark.replaceFirst(" .*", "");
            int row = number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : rows;
            if (row >= rows) {
                throw new Refusal(422, exchange.words().get("bad.matrix"));
            }
            checked.get(row)
                    .addAll(marks(exchange, mark.substring(number.length()).strip()));
        }
        return checked;
    }

    private static Set<String> marks(Exchange exchange, String text) {
        if (!text.matches("[a-z0-9_. ]*")) {
            throw new Refusal(422, exchange.words().get("bad.matrix"));
        }
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" +")));
    }

    /** The marks as a form carries them. */
    static String text(Set<String> marks) {
        return String.join(" ", marks.stream().sorted().toList());
    }

    /**
     * What shall stand in the row: what is checked, each block by itself; where something holds in any case nobody is asked, and
     * what was there stays.
     */
    Set<String> after(List<Block> blocks, int settled) {
        Set<String> after = new LinkedHashSet<>();
        for (int block = 0; block < blocks.size(); block++) {
            after.addAll(blocks.get(block).reduced(block == settled ? before : checked));
        }
        return after;
    }

    /** Whether somebody changed it. */
    boolean changed(List<Block> blocks, int settled) {
        Set<String> known = new LinkedHashSet<>();
        blocks.forEach(block -> known.addAll(block.reduced(before)));
        return !known.equals(after(blocks, settled));
    }
}
