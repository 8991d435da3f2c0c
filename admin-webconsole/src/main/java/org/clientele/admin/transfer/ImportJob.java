package org.clientele.admin.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.Actor;
import org.clientele.CustomerUsers;
import org.clientele.field.Fields;
import org.clientele.transfer.CsvException;
import org.clientele.transfer.CsvReader;
import org.clientele.transfer.CsvRow;
import org.clientele.transfer.CsvWriter;
import org.clientele.transfer.CustomerUserImport;
import org.clientele.transfer.ImportPlan;
import org.clientele.transfer.ImportReport;
import org.clientele.transfer.ImportWatch;
import org.clientele.transfer.RowResult;
import org.clientele.transfer.RowResult.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over a file, dry or not, in the background. Any thread may ask how far it is. */
public final class ImportJob implements Runnable, ImportWatch {
    /** The name of the column that says why a row was refused. */
    static final String ERROR = "Error";

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final int SHOWN = 100;

    private final CustomerUsers users;
    private final FileImport file;
    private final ImportPlan plan;
    private final Actor actor;
    private final boolean dry;
    private final RowWords words;
    private final List<RowError> errors = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile ImportReport report = ImportReport.NOTHING;
    private volatile boolean cancelled;
    private volatile boolean running = true;
    private volatile String reason = "";
    private Optional<CsvWriter> refused = Optional.empty();
    private Optional<CsvWriter> generated = Optional.empty();

    /**
     * A row that was refused.
     *
     * @param row its number in the file
     * @param login whom it is about, may be empty
     * @param message why
     */
    public record RowError(long row, String login, String message) {}

    /** @param dry whether nothing is written */
    ImportJob(CustomerUsers users, FileImport file, ImportPlan plan, Actor actor, boolean dry, RowWords words) {
        this.users = users;
        this.file = file;
        this.plan = plan;
        this.actor = actor;
        this.dry = dry;
        this.words = words;
    }

    @Override
    public void run() {
        try (CsvReader reader = new CsvReader(
                        Files.newInputStream(file.file()),
                        Optional.of(file.shape().separator()));
                CsvWriter rows = new CsvWriter(Files.newOutputStream(errorFile()));
                CsvWriter passwords = new CsvWriter(Files.newOutputStream(passwordFile()))) {
            refused = Optional.of(rows);
            generated = Optional.of(passwords);
            rows.row(withError(ERROR, reader.heading()));
            passwords.row(List.of(Fields.LOGIN, Fields.PASSWORD));
            report = new CustomerUserImport(users, plan, actor, dry).run(reader, this);
        } catch (IOException | CsvException | RuntimeException | LinkageError e) {
            LOG.error("An import ended at row {}", report.rows(), e);
            reason = words.broken();
            report = rest(report);
        } finally {
            running = false;
            over.countDown();
        }
    }

    private ImportReport rest(ImportReport known) {
        long left = Math.max(0, file.shape().rows() - known.rows());
        return new ImportReport(
                known.added(),
                known.changed(),
                known.unchanged(),
                known.refused(),
                known.uncertain(),
                known.notReached() + left);
    }

    @Override
    public boolean goesOn() {
        return !cancelled;
    }

    @Override
    public void tried(CsvRow row, RowResult result) throws IOException {
        report = report.plus(result.outcome());
        if (result.password().isPresent()) {
            generated
                    .orElseThrow()
                    .row(List.of(result.login(), result.password().get().clear()));
        }
        if (result.cause().isPresent()) {
            String message = words.of(result.cause().get());
            if (result.outcome() == Outcome.REFUSED) {
                refused.orElseThrow().row(withError(message, row.cells()));
                if (errors.size() < SHOWN) {
                    errors.add(new RowError(row.number(), result.login(), message));
                }
            } else {
                reason = words.ended(row.number(), message);
            }
        }
    }

    /** In front, for a row can have more cells than the heading; the error of a run before gives way. */
    private List<String> withError(String error, List<String> cells) {
        boolean again = file.shape().heading().get(0).equals(ERROR);
        List<String> all = new ArrayList<>(List.of(error));
        all.addAll(again ? cells.subList(1, cells.size()) : cells);
        return all;
    }

    void cancel() {
        cancelled = true;
    }

    /** Waits until the row that is under way is done. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return over.await(seconds, TimeUnit.SECONDS);
    }

    boolean isRunning() {
        return running;
    }

    boolean isDry() {
        return dry;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Why it ended early, empty if it did not or was cancelled. */
    String reason() {
        return reason;
    }

    ImportReport report() {
        return report;
    }

    /** The first rows that were refused. */
    List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** All rows that were refused, each with the reason, to be mended and imported again. */
    Path errorFile() {
        return file.folder().resolve(dry ? "dry-errors.csv" : "errors.csv");
    }

    /** The passwords that were generated. */
    Path passwordFile() {
        return file.folder().resolve(dry ? "no-passwords.csv" : "passwords.csv");
    }
}
