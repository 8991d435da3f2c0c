package org.clientele.admin.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.admin.web.Screen;

/**
 * A matrix, ready to be shown.
 *
 * @param screen what stands around it
 * @param heading its words
 * @param subject whom or what it is about
 * @param parameters what a search has to keep, by name
 * @param search the text that narrows the rows
 * @param blocks the columns
 * @param rows the rows of this page
 * @param pages where the other pages are
 * @param messages what is wrong with what was sent
 * @param notices sentences about the list or the relation as a whole
 * @param saved what was changed before, empty for nothing
 */
public record MatrixView(
        Screen screen,
        Heading heading,
        Entry subject,
        Map<String, String> parameters,
        String search,
        List<Block> blocks,
        List<MatrixRow> rows,
        Pages pages,
        List<String> messages,
        List<String> notices,
        Optional<SavedView> saved) {

    public MatrixView {
        blocks = List.copyOf(blocks);
        rows = List.copyOf(rows);
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
    }

    /**
     * The words of a matrix.
     *
     * @param lede what it is about
     * @param rows what its rows are
     * @param count its rows in words
     * @param searchLabel what the search box searches
     * @param subjectAddress where what it is about is edited
     * @param addAddress where the first row can be added, empty for whoever may not
     * @param addLabel the words for that
     */
    public record Heading(
            String lede,
            String rows,
            String count,
            String searchLabel,
            String subjectAddress,
            String addAddress,
            String addLabel) {}

    /**
     * Where other pages are.
     *
     * @param here this page, where the form is posted to
     * @param overview the way back
     * @param first the first page, empty if this is it
     * @param next the next page, empty at the end
     * @param all this matrix without a search
     */
    public record Pages(String here, String overview, String first, String next, String all) {}

    /** Whether there is anything to save. */
    public boolean open() {
        return screen.manages() && rows.stream().anyMatch(MatrixRow::open);
    }

    public boolean headed() {
        return blocks.size() > 1;
    }

    /** The permission types whose meaning is explained below the matrix, each once. */
    public List<String> explained() {
        return blocks.stream()
                .flatMap(block -> block.columns().stream())
                .map(Mark::label)
                .distinct()
                .filter(label -> !meaning(label).isEmpty())
                .toList();
    }

    public String meaning(String type) {
        return screen.words().or("permission." + type, "");
    }
}
