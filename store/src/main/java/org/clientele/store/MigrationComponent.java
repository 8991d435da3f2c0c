package org.clientele.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Migrates the data source {@code clientele} and then offers {@link MigratedTables}, which the store's services refer to:
 * that is how they exist only once their tables do.
 */
@Component(
        immediate = true,
        service = {})
public final class MigrationComponent {

    private final BundleContext bundle;
    private final Migration migration;
    private boolean closed;
    private @Nullable ServiceRegistration<MigratedTables> registration;

    @Activate
    public MigrationComponent(
            BundleContext bundle, @Reference(target = "(osgi.jndi.service.name=clientele)") DataSource dataSource) {
        this.bundle = bundle;
        this.migration = new Migration(new Tables(dataSource), this::offer);
        migration.start();
    }

    private synchronized void offer() {
        if (!closed) {
            registration = bundle.registerService(MigratedTables.class, new MigratedTables(), null);
        }
    }

    @Deactivate
    void close() {
        withdraw();
        migration.close();
    }

    private synchronized void withdraw() {
        closed = true;
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
