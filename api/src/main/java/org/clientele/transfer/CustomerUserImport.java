package org.clientele.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.CustomerUsers;
import org.clientele.transfer.RowResult.Outcome;

/**
 * Brings the rows of a file into the directory: whoever is not there is added, whoever is there is changed where the row differs, by
 * the rules that hold for every caller. Rows are independent of each other; one that is refused does not keep the others out.
 * Where a source or the store cannot be asked, the import ends, and says how far it came. The same file again does the rest: rows
 * that are in are unchanged then. For one thread.
 */
public final class CustomerUserImport {
    /** As long as a write whose answer was lost keeps others from its login. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RowImport rows;

    /**
     * @param plan fits the sources, see {@link ImportPlan#requireFit}
     * @param actor who does it
     * @param dryRun whether nothing is written: what can be checked without that is checked
     */
    public CustomerUserImport(CustomerUsers users, ImportPlan plan, Actor actor, boolean dryRun) {
        this.rows = new RowImport(users, plan, actor, dryRun);
    }

    /**
     * Takes all rows, one after the other.
     *
     * @return what became of all rows, whether or not the import came to the end
     * @throws CsvException if the file cannot be read any further; what was told to the watch is done
     * @throws IOException if the file cannot be read, or the watch cannot take note
     */
    public ImportReport run(CsvReader file, ImportWatch watch) throws IOException, CsvException {
        ImportReport report = ImportReport.NOTHING;
        boolean ended = false;
        for (Optional<CsvRow> row = file.next(); row.isPresent(); row = file.next()) {
            if (row.get().isBlank()) {
                continue;
            }
            ended = ended || !watch.goesOn();
            Outcome outcome = Outcome.STOPPED;
            if (!ended) {
                RowResult result = patiently(row.get(), watch);
                outcome = result.outcome();
                ended = outcome.ends();
                watch.tried(row.get(), result);
            }
            report = report.plus(outcome);
        }
        return report;
    }

    /** What somebody else is writing at this moment is free again, or there, in a moment. */
    private RowResult patiently(CsvRow row, ImportWatch watch) {
        long start = System.nanoTime();
        RowResult result = rows.take(row);
        while (isMomentary(result) && System.nanoTime() - start < PATIENCE.toNanos() && watch.goesOn() && pause()) {
            result = rows.take(row);
        }
        return result;
    }

    private static boolean isMomentary(RowResult result) {
        return result.cause()
                .filter(cause -> cause instanceof AlreadyExistsException exists && exists.momentary())
                .isPresent();
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
