package org.clientele.shell;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;

/** Adds a field to a source: a column to its table and a row to its map. */
@Service
@Command(
        scope = "customer-user",
        name = "add-field",
        description = "Adds a field to a source: a column to its table and a row to its map")
public final class CustomerUserAddFieldCommand extends DirectoryCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Reference
    Session session;

    @Argument(index = 0, name = "SOURCE", description = "The slot of the source", required = true)
    @Completion(CustomerUserWritableSlotCompleter.class)
    String source;

    @Argument(index = 1, name = "VARIABLE", description = "The name of the field, such as UserRoom", required = true)
    String variable;

    @Argument(index = 2, name = "LABEL", description = "What people read beside the field", required = true)
    String label;

    @Argument(index = 3, name = "COLUMN", description = "The column to add", required = true)
    String column;

    @Argument(index = 4, name = "LENGTH", description = "The most characters of a value", required = true)
    int length;

    @Override
    void run() throws DirectoryException {
        customerUsers.addField(source, field(), length, ShellUser.of(session));
        say("Added field " + variable + " to " + source + ".");
    }

    private Field field() {
        return new Field(
                variable,
                label,
                column,
                Shown.RECORD,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.of(length),
                Map.of());
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
