package org.clientele.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.SourceUnavailableException;
import org.clientele.transfer.CsvWriter;
import org.clientele.transfer.ListExport;
import org.jspecify.annotations.Nullable;

/** Writes customer users to a CSV file. */
@Service
@Command(scope = "customer-user", name = "export", description = "Writes customer users to a CSV file on the server")
public final class CustomerUserExportCommand extends DirectoryCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Option(name = "--source", description = "Only records of this source")
    @Completion(CustomerUserSlotCompleter.class)
    @Nullable
    String source;

    @Option(name = "--search", description = "Only records that this text finds")
    String search = "";

    @Option(name = "--include-invalid", description = "Records that are not valid too")
    boolean includeInvalid;

    @Option(name = "--without-unavailable", description = "Leave out the sources that cannot be asked")
    boolean withoutUnavailable;

    @Option(name = "--force", description = "Replace a file that is there")
    boolean force;

    @Argument(name = "FILE", description = "Where to write, an absolute path on the server", required = true)
    String file;

    @Override
    void run() throws DirectoryException, CommandException {
        Path target = TransferFile.absolute(file);
        if (!force && Files.exists(target)) {
            throw Failure.because("There is a file " + target + " already; --force replaces it.");
        }
        ListExport<CustomerUser> export = export();
        try {
            // a file that ends early never stands where a whole one is expected
            Path part = Files.createTempFile(TransferFile.folder(target), "customer-users", ".part");
            try {
                try (CsvWriter out = new CsvWriter(Files.newOutputStream(part))) {
                    export.writeTo(out);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Failure.because("The file " + target + " cannot be written: " + e.getMessage());
        }
        say("Wrote " + target + (export.incomplete() ? " without the sources that cannot be asked." : "."));
    }

    private ListExport<CustomerUser> export() throws DirectoryException, CommandException {
        try {
            return ListExport.of(
                    customerUsers,
                    ListRequest.ALL
                            .withSearch(search)
                            .withSource(Optional.ofNullable(source))
                            .withIncludeInvalid(includeInvalid)
                            .withoutUnavailable(withoutUnavailable));
        } catch (SourceUnavailableException e) {
            throw Failure.because(e.getMessage() + " (--without-unavailable writes the rest)");
        }
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
