package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.clientele.CustomerUsers;
import org.clientele.access.EffectivePermissions;
import org.clientele.customer.Customers;
import org.clientele.internal.CallThreads;
import org.clientele.internal.CustomerDirectory;
import org.clientele.internal.CustomerUserDirectory;
import org.clientele.internal.DerivedPermissions;
import org.clientele.internal.DirectorySettings;
import org.clientele.internal.Events;
import org.clientele.internal.Memory;
import org.clientele.internal.SlotConfigurations;
import org.clientele.spi.CustomerUserSource;
import org.clientele.store.OpenedStore;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The directory with its own classes, its store and its sources, put together as Declarative Services do it. */
final class LocalDirectory implements AutoCloseable {
    private static final Map<String, Object> CUSTOMERS =
            Map.of("service.pid", "org.clientele.backend.db.customers~CustomerCompany");

    private final CallThreads threads = new CallThreads();
    private final OpenedStore store;
    private final CustomerDirectory customers;
    private final CustomerUserDirectory users;
    private final EffectivePermissions permissions;

    /** A source and its configuration. */
    record Filled(Map<String, Object> configuration, CustomerUserSource source) {}

    LocalDirectory(Registry registry, DataSource dataSource, List<Filled> sources) {
        store = new OpenedStore(dataSource);
        List<Map<String, Object>> configurations = new ArrayList<>(List.of(CUSTOMERS));
        sources.forEach(filled -> configurations.add(filled.configuration()));
        SlotConfigurations slots = new SlotConfigurations(Configurations.of(configurations));
        Memory memory = new Memory(threads);
        memory.bindStore(store.store());
        Events events = new Events(new NobodyListens());
        DirectorySettings settings = new DirectorySettings(Map.of("groupSupport", "1", "alwaysGroups", ""));
        customers = new CustomerDirectory(slots, threads, memory, events, settings);
        customers.bindSource(registry.customers(CUSTOMERS), CUSTOMERS);
        users = new CustomerUserDirectory(slots, threads, memory, events, settings, customers);
        permissions = new DerivedPermissions(users, customers, memory, settings);
        sources.forEach(filled -> users.bindSource(filled.source(), filled.configuration()));
    }

    /** A directory over one table. */
    static LocalDirectory overOneTable(Stage stage, Map<String, Object> configuration) {
        CustomerUserSource source = stage.registry().customerUsers(configuration);
        return new LocalDirectory(
                stage.registry(), stage.database().pool(), List.of(new Filled(configuration, source)));
    }

    CustomerUsers users() {
        return users;
    }

    Customers customers() {
        return customers;
    }

    EffectivePermissions permissions() {
        return permissions;
    }

    @Override
    public void close() {
        users.deactivate();
        threads.close();
        store.close();
    }

    private static final class NobodyListens implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            // as with nobody subscribed
        }

        @Override
        public void sendEvent(Event event) {
            // as with nobody subscribed
        }
    }
}
