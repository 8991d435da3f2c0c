package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUsers;
import org.clientele.Directory;

/** The fields of customer users, for example {@code UserFirstname=}. */
@Service
public final class CustomerUserVariableCompleter extends VariableCompleter {
    @Reference
    CustomerUsers customerUsers;

    @Override
    Directory<?> directory() {
        return customerUsers;
    }
}
