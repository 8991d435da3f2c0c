package org.clientele.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.clientele.backend.db.CustomerTable;
import org.clientele.backend.db.CustomerUserTable;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** A framework without bundles: its registry, through which a source finds its data source, as in Karaf. */
final class Registry implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Framework framework;
    private final List<Runnable> tables = new ArrayList<>();

    Registry() throws BundleException, IOException {
        Path storage = Files.createTempDirectory("clientele-framework-");
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        storage.toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit"));
        framework.start();
    }

    void dataSource(String name, DataSource dataSource) {
        context()
                .registerService(DataSource.class, dataSource, new Hashtable<>(Map.of("osgi.jndi.service.name", name)));
    }

    /** The source that Declarative Services would make of this configuration. */
    CustomerUserSource customerUsers(Map<String, Object> configuration) {
        CustomerUserTable table = new CustomerUserTable(context(), configuration, new PersistenceProvider());
        tables.add(table::close);
        return registered(CustomerUserSource.class, configuration);
    }

    CustomerSource customers(Map<String, Object> configuration) {
        CustomerTable table = new CustomerTable(context(), configuration, new PersistenceProvider());
        tables.add(table::close);
        return registered(CustomerSource.class, configuration);
    }

    private <T> T registered(Class<T> type, Map<String, Object> configuration) {
        try {
            ServiceReference<T> reference =
                    context()
                            .getServiceReferences(type, "(service.pid=" + configuration.get("service.pid") + ")")
                            .stream()
                            .findFirst()
                            .orElseThrow();
            return context().getService(reference);
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        tables.forEach(Runnable::run);
        framework.stop();
        framework.waitForStop(PATIENCE_MILLIS);
    }
}
