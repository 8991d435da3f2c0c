package org.clientele.backend.db;

import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** A data source service, found by its name. */
final class NamedDataSource implements DataSourceSupply {
    private final String name;
    private final ServiceTracker<DataSource, DataSource> tracker;

    NamedDataSource(BundleContext context, String name, Runnable changed) {
        this.name = name;
        this.tracker = new ServiceTracker<>(context, filter(context, name), null) {
            @Override
            public DataSource addingService(ServiceReference<DataSource> reference) {
                DataSource service = super.addingService(reference);
                changed.run();
                return service;
            }

            @Override
            public void removedService(ServiceReference<DataSource> reference, DataSource service) {
                changed.run();
                super.removedService(reference, service);
            }
        };
        tracker.open();
    }

    @Override
    public Optional<DataSource> current() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public String missing() {
        return "the data source '" + name + "' is not there";
    }

    @Override
    public void close() {
        tracker.close();
    }

    private static Filter filter(BundleContext context, String name) {
        String text = "(&(" + Constants.OBJECTCLASS + "=" + DataSource.class.getName() + ")(osgi.jndi.service.name="
                + name + "))";
        try {
            return context.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Names of data sources were checked before", e);
        }
    }
}
