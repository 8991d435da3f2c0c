package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceReport;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;

/**
 * The part of the overview that changes while somebody types.
 *
 * @param columns the columns of fields
 * @param rows the rows, at most a page
 * @param saved the row that was just saved, if it is not among the rows
 * @param next the address of the next page, empty at the end
 * @param first the address of the first page
 * @param later whether this is not the first page
 * @param reports what became of each source, with its name
 * @param incomplete whether a source was missing
 * @param notices sentences about the list as a whole
 * @param fault why there is no list, empty if there is one
 * @param emptiness why there are no rows
 * @param count the rows in words
 */
public record Results(
        List<Column> columns,
        List<Row> rows,
        Optional<Row> saved,
        String next,
        String first,
        boolean later,
        List<SourceLine> reports,
        boolean incomplete,
        List<String> notices,
        Optional<Fault> fault,
        Emptiness emptiness,
        String count,
        Optional<OfCustomer> customer) {

    public Results {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        reports = List.copyOf(reports);
        notices = List.copyOf(notices);
    }

    /** Why a list has no rows. */
    public enum Emptiness {
        /** It has rows. */
        NONE,
        /** Nobody was added yet. */
        NOTHING_YET,
        /** Nobody matches. */
        NO_HIT,
        /** It is not known, because a source was missing. */
        UNKNOWN
    }

    /**
     * Why there is no list.
     *
     * @param status the HTTP status
     * @param message a sentence
     * @param without the address of the list without the missing sources, empty if that would not help
     */
    public record Fault(int status, String message, String without) {}

    /**
     * The customer whose customer users are listed.
     *
     * @param name its name, its ID if it has none
     * @param address its page, empty if there is no such customer
     * @param all the list of all customers
     */
    public record OfCustomer(String name, String address, String all) {}

    /**
     * One source of the list.
     *
     * @param name its name for people
     * @param report what became of it
     * @param testable whether it can be tested
     */
    public record SourceLine(String name, SourceReport report, boolean testable) {

        /** Where the form goes to that tests the source. */
        public String testAddress(String home) {
            return Links.to(home + "/test")
                    .with(FormParameter.SOURCE, report.source())
                    .toString();
        }
    }

    /** Whether there are columns that not every list has. */
    public boolean widened() {
        return columns.stream().anyMatch(Column::isFurther);
    }

    /** The sources that are missing in this list. */
    public List<SourceLine> missing() {
        return reports.stream()
                .filter(line -> !line.report().outcome().answered())
                .toList();
    }

    /** The HTTP status of a page with these results. */
    public int status() {
        return fault.map(Fault::status).orElse(200);
    }
}
