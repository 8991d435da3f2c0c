package org.clientele.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.SourceDraft;
import org.clientele.SourceTests;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Tests a source step by step, a configured one or one in a file that is not installed. */
abstract class TestSourceCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    @Option(
            name = "--file",
            description = "Test the configuration in this .cfg file, which need not be in etc",
            valueToShowInHelp = "")
    @Nullable
    String file;

    @Option(
            name = "--back-end",
            description = "With --file: the back end, for example db or ldap; otherwise the file's name tells",
            valueToShowInHelp = "")
    @Nullable
    String backEnd;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers and remarks")
    boolean noFormat;

    @Reference
    SourceTests tests;

    @Reference
    BundleContext context;

    abstract @Nullable String slot();

    @Override
    void run() throws DirectoryException, CommandException {
        String slot = slot();
        if ((slot == null) == (file == null)) {
            throw Failure.because("Name a source, or a file with --file.");
        }
        List<TestStep> steps = slot != null ? tests.test(slot, step -> {}) : tests.test(draft(), step -> {});
        table(steps).print(out, noFormat);
        if (!noFormat) {
            steps.forEach(step -> step.details().forEach(detail -> say(step.name() + ": " + detail)));
        }
        Optional<TestStep> failed =
                steps.stream().filter(step -> step.result() == Result.FAILED).findFirst();
        if (failed.isPresent()) {
            throw Failure.because("The test failed at " + failed.get().name() + ": " + reason(failed.get()));
        }
    }

    private SourceDraft draft() throws CommandException {
        SourceFile source = new SourceFile(Path.of(String.valueOf(file)), context::getProperty);
        return source.draft(Optional.ofNullable(backEnd), tests.backEnds());
    }

    private Table table(List<TestStep> steps) {
        Table table = new Table("Nothing was tested.", List.of("Step", "Result", "Time", "Message"));
        for (TestStep step : steps) {
            String time = step.result() == Result.SKIPPED ? "" : step.time().toMillis() + " ms";
            table.row(step.name(), step.result().key(), time, step.message());
            if (noFormat) {
                step.details().forEach(detail -> table.row(step.name(), "detail", "", detail));
            }
        }
        return table;
    }

    private static String reason(TestStep step) {
        return step.details().size() == 1 ? step.details().get(0) : step.message();
    }
}
