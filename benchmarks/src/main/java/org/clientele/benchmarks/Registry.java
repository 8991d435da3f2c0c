package org.clientele.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.clientele.backend.db.CustomerTable;
import org.clientele.backend.db.CustomerUserTable;
import org.clientele.backend.ldap.LdapSourceComponent;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.testkit.server.ChildProcesses;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;

/** A framework without bundles: its registry, through which a source finds its data source, as in Karaf. */
final class Registry implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final ChildProcesses storage;
    private final Framework framework;
    private final CustomerUserTable users;
    private final CustomerTable customers;
    private final LdapSourceComponent directories;
    private final Map<String, ServiceRegistration<?>> dataSources = new HashMap<>();

    Registry() throws BundleException, IOException {
        storage = new ChildProcesses("clientele-framework-");
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        storage.folder().toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit"));
        framework.start();
        users = new CustomerUserTable(context(), new PersistenceProvider());
        customers = new CustomerTable(context(), new PersistenceProvider());
        directories = new LdapSourceComponent(context());
    }

    /** Gives sources a data source; one of the same name that was there before is taken away. */
    void dataSource(String name, DataSource dataSource) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of("osgi.jndi.service.name", name));
        ServiceRegistration<?> before =
                dataSources.put(name, context().registerService(DataSource.class, dataSource, properties));
        if (before != null) {
            before.unregister();
        }
    }

    /** The source of this configuration; one of the same PID that was there before is closed. */
    CustomerUserSource customerUsers(Map<String, Object> configuration) {
        return registered(users, CustomerUserSource.class, configuration);
    }

    /** The same in a directory. */
    CustomerUserSource directory(Map<String, Object> configuration) {
        LdapLibrary.start();
        return registered(directories, CustomerUserSource.class, configuration);
    }

    CustomerSource customers(Map<String, Object> configuration) {
        return registered(customers, CustomerSource.class, configuration);
    }

    private <T> T registered(ManagedServiceFactory factory, Class<T> type, Map<String, Object> configuration) {
        String pid = String.valueOf(configuration.get("service.pid"));
        try {
            factory.updated(pid, new Hashtable<>(configuration));
            return context()
                    .getService(context().getServiceReferences(type, "(service.pid=" + pid + ")").stream()
                            .findFirst()
                            .orElseThrow());
        } catch (ConfigurationException | InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException, InterruptedException, IOException {
        users.close();
        customers.close();
        directories.close();
        framework.stop();
        framework.waitForStop(PATIENCE_MILLIS);
        storage.close();
    }
}
