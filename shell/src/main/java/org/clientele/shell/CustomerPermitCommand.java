package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.clientele.access.Context;
import org.clientele.access.Holder;

/** Gives a customer permissions in a group. */
@Service
@Command(scope = "customer", name = "permit", description = "Gives a customer exactly these permissions in a group")
public final class CustomerPermitCommand extends PermitCommand {
    @Option(name = "--context", description = "same: for what is its own; other: for what belongs to other customers")
    @Completion(
            value = StringsCompleter.class,
            values = {"same", "other"})
    String context = Context.SAME_CUSTOMER.key();

    @Argument(name = "ID", description = "The customer ID", required = true)
    String customerId;

    @Override
    Holder holder() {
        return new Holder.Customer(customerId);
    }

    @Override
    Context context() throws CommandException {
        return Context.of(context)
                .orElseThrow(() -> Failure.because("\"" + context + "\" is no context; write same or other"));
    }
}
