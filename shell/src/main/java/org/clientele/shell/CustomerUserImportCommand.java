package org.clientele.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.SourceStatus;
import org.clientele.field.Field;
import org.clientele.transfer.CsvException;
import org.clientele.transfer.CsvReader;
import org.clientele.transfer.CsvRow;
import org.clientele.transfer.CustomerUserImport;
import org.clientele.transfer.ImportPlan;
import org.clientele.transfer.ImportReport;
import org.clientele.transfer.ImportWatch;
import org.clientele.transfer.RowResult;
import org.jspecify.annotations.Nullable;

/** Brings the rows of a CSV file into the directory. */
@Service
@Command(
        scope = "customer-user",
        name = "import",
        description = "Adds and changes customer users by a CSV file on the server")
public final class CustomerUserImportCommand extends WriteCommand<CustomerUser> implements ImportWatch {
    @Reference
    CustomerUsers customerUsers;

    @Option(
            name = "--source",
            description = "The source that gets new customer users; the first that takes records if absent")
    @Completion(CustomerUserWritableSlotCompleter.class)
    @Nullable
    String source;

    @Option(name = "--dry-run", description = "Check all rows and write nothing")
    boolean dryRun;

    @Option(
            name = "--map",
            description = "What a column is: column=Variable, or column= to leave it out",
            multiValued = true)
    List<String> map = List.of();

    @Option(name = "--empty-cells-empty", description = "An empty cell empties the field instead of leaving it")
    boolean emptying;

    @Argument(name = "FILE", description = "What to read, an absolute path on the server", required = true)
    String file;

    @Override
    void run() throws DirectoryException, CommandException {
        Path path = TransferFile.absolute(file);
        if (!Files.isRegularFile(path)) {
            throw Failure.because("There is no file " + path + ".");
        }
        try (CsvReader rows = new CsvReader(Files.newInputStream(path), Optional.empty())) {
            SourceStatus target = target();
            ImportPlan plan = new ImportPlan(target.slot(), columns(rows.heading(), target), emptying, false);
            plan.requireFit(customerUsers.sources());
            Actor who = actor();
            Actor importer = new Actor(who.name(), Actor.Door.IMPORT, who.address());
            tell(new CustomerUserImport(customerUsers, plan, importer, dryRun).run(rows, this));
        } catch (CsvException e) {
            throw Failure.because(e.getMessage() + " Rows before are in, unless this was a dry run.");
        } catch (IOException e) {
            throw Failure.because("The file " + path + " cannot be read: " + e.getMessage());
        }
    }

    private SourceStatus target() throws CommandException {
        return writable().stream()
                .filter(status -> source == null || status.slot().equals(source))
                .findFirst()
                .orElseThrow(() -> Failure.because("No such source takes customer users at the moment"));
    }

    private List<String> columns(List<String> heading, SourceStatus target) throws CommandException {
        Map<String, String> labels = ImportPlan.targets(target).stream()
                .collect(Collectors.toMap(Field::label, Field::variable, (first, second) -> first));
        Set<String> variables = Set.copyOf(labels.values());
        List<String> columns = new ArrayList<>(ImportPlan.guess(heading, variables, labels));
        for (String mapping : map) {
            int equals = mapping.lastIndexOf('=');
            int column = equals < 0 ? -1 : heading.indexOf(mapping.substring(0, equals));
            if (column < 0) {
                throw Failure.because(
                        "--map takes column=Variable with a column of the file: " + String.join(", ", heading));
            }
            columns.set(column, mapping.substring(equals + 1));
        }
        return columns;
    }

    private void tell(ImportReport report) throws CommandException {
        String would = dryRun ? "would be " : "";
        say(report.added() + " " + would + "added, " + report.changed() + " " + would + "changed, " + report.unchanged()
                + " unchanged, " + report.refused() + " refused.");
        if (report.uncertain() > 0) {
            say("Of one row it is not known whether it is in: the answer was lost.");
        }
        if (report.notReached() > 0) {
            throw Failure.because(
                    report.notReached()
                            + " rows were not reached. When the source is back, run the same file again: rows that are in are unchanged.");
        }
    }

    @Override
    public boolean goesOn() {
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void tried(CsvRow row, RowResult result) {
        result.cause()
                .ifPresent(cause -> say("Row " + row.number() + " ("
                        + (result.login().isEmpty() ? "no login" : result.login()) + "): " + cause.getMessage()));
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
