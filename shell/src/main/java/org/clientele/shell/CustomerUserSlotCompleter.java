package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUsers;
import org.clientele.Directory;

/** The slots of customer users. */
@Service
public final class CustomerUserSlotCompleter extends SlotCompleter {
    @Reference
    CustomerUsers customerUsers;

    @Override
    Directory<?> directory() {
        return customerUsers;
    }
}
