package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.osgi.framework.BundleContext;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.util.tracker.ServiceTracker;

/** Where a test gets connections from: the service that the configuration names, or the driver itself. */
interface TrialDataSource extends AutoCloseable {

    /** The data source, with a word about where it comes from. */
    DataSource find(StepReport report) throws FailedException;

    @Override
    void close();

    static TrialDataSource of(BundleContext context, TableSettings settings) {
        return settings.access().url().isPresent() ? new OfDriver(context, settings) : new Named(context, settings);
    }

    /** An existing data source. */
    final class Named implements TrialDataSource {
        private final NamedDataSource service;
        private final String name;

        Named(BundleContext context, TableSettings settings) {
            this.name = settings.access().dataSourceName();
            this.service = new NamedDataSource(context, name, () -> {});
        }

        @Override
        public DataSource find(StepReport report) throws FailedException {
            report.say("The data source " + name);
            return service.current()
                    .orElseThrow(() -> report.failure("dataSourceName: " + service.missing()
                            + "; see etc/org.ops4j.datasource-*.cfg, and whether its driver is installed"));
        }

        @Override
        public void close() {
            service.close();
        }
    }

    /** Connections that the driver opens one by one. */
    final class OfDriver implements TrialDataSource {
        private final DatabaseAccess access;
        private final DatabaseFamily.Driver driver;
        private final ServiceTracker<DataSourceFactory, DataSourceFactory> tracker;

        OfDriver(BundleContext context, TableSettings settings) {
            this.access = settings.access();
            this.driver = access.family().orElseThrow().driver(access.url().orElseThrow());
            this.tracker = new ServiceTracker<>(context, OwnPool.filter(context, driver.className()), null);
            tracker.open();
        }

        @Override
        public DataSource find(StepReport report) throws FailedException {
            DataSourceFactory factory = tracker.getService();
            if (factory == null) {
                throw report.failure(
                        "The driver " + driver.className() + " is not there; install the feature " + driver.feature());
            }
            report.say("The driver " + driver.className());
            Properties properties = access.driverProperties();
            properties.setProperty(DataSourceFactory.JDBC_URL, access.existingUrl());
            try {
                return factory.createDataSource(properties);
            } catch (SQLException e) {
                throw report.failure("The driver " + driver.className() + " refused the dsn");
            }
        }

        @Override
        public void close() {
            tracker.close();
        }
    }
}
