package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.SourceStatus;

/** The slots of customer users that take records. */
@Service
public final class CustomerUserWritableSlotCompleter extends SlotCompleter {
    @Reference
    CustomerUsers customerUsers;

    @Override
    Directory<?> directory() {
        return customerUsers;
    }

    @Override
    boolean offers(SourceStatus source) {
        return source.takesRecords();
    }
}
