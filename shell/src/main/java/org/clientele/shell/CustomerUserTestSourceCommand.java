package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.jspecify.annotations.Nullable;

/** Tests a source of customer users. */
@Service
@Command(
        scope = "customer-user",
        name = "test-source",
        description = "Tests a source of customer users step by step, and changes nothing")
public final class CustomerUserTestSourceCommand extends TestSourceCommand<CustomerUser> {
    @Argument(name = "source", description = "The source, for example CustomerUser1", valueToShowInHelp = "")
    @Completion(CustomerUserSlotCompleter.class)
    @Nullable
    String source;

    @Reference
    CustomerUsers customerUsers;

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }

    @Override
    String noun() {
        return "customer user";
    }
}
