package org.clientele.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;

/** Lists the sources of customer users and their state. */
@Service
@Command(scope = "customer-user", name = "sources", description = "Lists the sources of customer users and their state")
public final class CustomerUserSourcesCommand extends SourcesCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
