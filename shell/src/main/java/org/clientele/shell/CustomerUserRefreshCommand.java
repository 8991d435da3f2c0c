package org.clientele.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;

/** Forgets cached records of customer users. */
@Service
@Command(
        scope = "customer-user",
        name = "refresh",
        description = "Forgets cached records of customer users, and reads secrets of sources again")
public final class CustomerUserRefreshCommand extends RefreshCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
