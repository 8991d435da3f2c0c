package org.clientele.demo.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Answer;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.SourceState;
import org.clientele.access.Assignments;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.customer.Customers;
import org.clientele.field.Fields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the database of the demo as soon as it is there. What exists already is left alone, so a start that was interrupted
 * is continued by the next one, and a finished one is not repeated.
 */
@Component(
        service = {},
        immediate = true)
public final class DemoRows {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRows.class);
    private static final String CUSTOMERS_SLOT = "CustomerCompany";
    private static final String USERS_SLOT = "CustomerUser";
    private static final Actor ACTOR = Actor.program("demo");
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final CustomerUsers users;
    private final Customers customers;
    private final Groups groups;
    private final Permissions permissions;
    private final Assignments assignments;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "Clientele demo rows");
        worker.setDaemon(true);
        return worker;
    });

    /** Looks again and again, on a thread of its own, until all rows are there. */
    @Activate
    public DemoRows(
            @Reference CustomerUsers users,
            @Reference Customers customers,
            @Reference Groups groups,
            @Reference Permissions permissions,
            @Reference Assignments assignments) {
        this.users = users;
        this.customers = customers;
        this.groups = groups;
        this.permissions = permissions;
        this.assignments = assignments;
        thread.scheduleWithFixedDelay(this::fill, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void fill() {
        try {
            if (isReady(customers, CUSTOMERS_SLOT) && isReady(users, USERS_SLOT)) {
                int added = add(customers, CUSTOMERS_SLOT, Fields.CUSTOMER_ID, DemoCompanies.all());
                added += add(users, USERS_SLOT, Fields.LOGIN, DemoUsers.all());
                addAccess();
                LOG.info("The demo's customers, customer users and groups are there, {} of them new", added);
                thread.shutdown();
            }
        } catch (DirectoryException e) {
            LOG.debug("The demo's rows have to wait: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The demo's rows could not be added; trying again", e);
        }
    }

    private static boolean isReady(Directory<?> directory, String slot) {
        return directory.sources().stream()
                .anyMatch(source ->
                        source.slot().equals(slot) && source.state() == SourceState.READY && source.writable());
    }

    private <E extends DirectoryEntry> int add(
            Directory<E> directory, String slot, String idVariable, List<Map<String, String>> rows)
            throws DirectoryException {
        String last = rows.get(rows.size() - 1).getOrDefault(idVariable, "");
        if (directory.find(last).entry().isPresent()) {
            return 0;
        }
        int added = 0;
        for (Map<String, String> fields : rows) {
            if (Thread.currentThread().isInterrupted()) {
                return added;
            }
            Answer<E> known = directory.find(fields.getOrDefault(idVariable, ""));
            if (known.entry().isEmpty() && addOne(directory, slot, fields)) {
                added++;
            }
        }
        return added;
    }

    /** The group that is added last says that everything before it is there. */
    private void addAccess() throws DirectoryException {
        List<String> names = List.copyOf(DemoAccess.groups().keySet());
        if (groups.find(names.get(names.size() - 1)).isPresent()) {
            return;
        }
        for (String name : names.subList(0, names.size() - 1)) {
            addGroup(name);
        }
        permissions.change(DemoAccess.permissions(groups.list()), ACTOR);
        assignments.change(DemoAccess.assignments(), ACTOR);
        addGroup(names.get(names.size() - 1));
    }

    private void addGroup(String name) throws DirectoryException {
        try {
            groups.add(name, DemoAccess.groups().getOrDefault(name, ""), DemoAccess.validity(name), ACTOR);
        } catch (AlreadyExistsException e) {
            LOG.debug("A group of the demo exists already", e);
        }
    }

    private static boolean addOne(Directory<?> directory, String slot, Map<String, String> fields)
            throws DirectoryException {
        try {
            directory.add(new Addition(slot, fields, Optional.empty(), ACTOR));
            return true;
        } catch (AlreadyExistsException e) {
            LOG.debug("One row of the demo exists already", e);
            return false;
        }
    }
}
