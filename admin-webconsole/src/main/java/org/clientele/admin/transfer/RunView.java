package org.clientele.admin.transfer;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;
import org.clientele.transfer.ImportReport;

/**
 * A run over a file, under way or over.
 *
 * @param screen what stands around it
 * @param name the file
 * @param rows how many rows it has
 * @param dry whether nothing was written
 * @param state how far it is
 * @param report what became of the rows so far
 * @param reason why it ended early, empty for nothing
 * @param errors the first rows that were refused
 * @param passwords whether generated passwords wait
 * @param key what the address says of the file
 */
public record RunView(
        Screen screen,
        String name,
        long rows,
        boolean dry,
        State state,
        ImportReport report,
        String reason,
        List<ImportJob.RowError> errors,
        boolean passwords,
        String key) {

    /** How far a run is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        ENDED
    }

    public RunView {
        errors = List.copyOf(errors);
    }

    RunView(Screen screen, FileImport file, ImportJob job) {
        this(
                screen,
                file.name(),
                file.shape().rows(),
                job.isDry(),
                state(job),
                job.report(),
                job.reason(),
                job.errors(),
                !job.isRunning()
                        && !job.isDry()
                        && file.plan().filter(plan -> plan.generating()).isPresent()
                        && Files.exists(job.passwordFile()),
                file.key());
    }

    private static State state(ImportJob job) {
        if (job.isRunning()) {
            return State.RUNNING;
        }
        if (!job.reason().isEmpty()) {
            return State.ENDED;
        }
        return job.report().notReached() > 0 ? State.CANCELLED : State.DONE;
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** The key of the sentence that says what this is. */
    public String title() {
        return "import." + (dry ? "check" : "run") + "." + state.name().toLowerCase(Locale.ROOT);
    }

    /** How many rows were tried. */
    public long tried() {
        return report.rows() - report.notReached();
    }

    /** The counts that are worth a word, each with the key of its word. */
    public List<Tally> tallies() {
        return Stream.of(
                        new Tally("added", report.added()),
                        new Tally("changed", report.changed()),
                        new Tally("unchanged", report.unchanged()),
                        new Tally("refused", report.refused()),
                        new Tally("uncertain", report.uncertain()),
                        new Tally("notReached", report.notReached()))
                .filter(tally -> tally.number() > 0
                        || List.of("added", "changed", "unchanged", "refused").contains(tally.key()))
                .toList();
    }

    /** How many rows became what. */
    public record Tally(String key, long number) {}

    /** How many rows would be written. */
    public long toWrite() {
        return report.added() + report.changed();
    }

    /** Whether what was checked, or what was not reached, can be brought in. */
    public boolean canBegin() {
        return state != State.RUNNING && (dry ? state == State.DONE && toWrite() > 0 : state != State.DONE);
    }

    public String address(String path) {
        return Links.to(screen.home() + path).with("file", key).toString();
    }
}
