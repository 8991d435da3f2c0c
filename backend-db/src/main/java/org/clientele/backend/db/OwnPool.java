package org.clientele.backend.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of this source alone, made as long as the driver's bundle is there. */
final class OwnPool implements DataSourceSupply {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPool.class);
    private static final int CONNECTIONS = 10;
    private static final long SHORTEST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final TableSettings settings;
    private final DatabaseFamily.Driver driver;
    private final ServiceTracker<DataSourceFactory, HikariDataSource> tracker;

    OwnPool(BundleContext context, TableSettings settings, Runnable changed) {
        this.settings = settings;
        this.driver = settings.access()
                .family()
                .map(family -> family.driver(url()))
                .orElse(new DatabaseFamily.Driver("", ""));
        this.tracker = new ServiceTracker<>(context, filter(context, driver.className()), null) {
            @Override
            public @Nullable HikariDataSource addingService(ServiceReference<DataSourceFactory> reference) {
                DataSourceFactory factory = context.getService(reference);
                if (factory == null) {
                    // its bundle was stopped meanwhile; what is thrown here would leave the slot without a source
                    return null;
                }
                HikariDataSource pool = pool(factory);
                if (pool == null) {
                    context.ungetService(reference);
                }
                changed.run();
                return pool;
            }

            @Override
            public void removedService(ServiceReference<DataSourceFactory> reference, HikariDataSource pool) {
                pool.close();
                context.ungetService(reference);
                changed.run();
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
        return "the driver " + driver.className() + " is not there; install the feature " + driver.feature();
    }

    @Override
    public void close() {
        tracker.close();
    }

    private @Nullable HikariDataSource pool(DataSourceFactory factory) {
        try {
            HikariConfig config = new HikariConfig();
            config.setPoolName("clientele-" + settings.description().slot());
            config.setDataSource(factory.createDataSource(settings.access().driverProperties()));
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(connectionMillis());
            // a database that is down at start is no reason to fail: the pool connects when it is back
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            LOG.warn("{}: the driver {} refused the dsn", settings.description().slot(), driver.className());
            LOG.debug("The driver's reason", e);
            return null;
        }
    }

    /** Well below the limit of a call, so that a refused connection is told from a slow answer. */
    private long connectionMillis() {
        long limit = settings.description().calls().answerTimeLimit().toMillis();
        return Math.max(SHORTEST_WAIT_MILLIS, Math.min(LONGEST_WAIT_MILLIS, limit / 2));
    }

    private String url() {
        return settings.access().url().orElse("");
    }

    /** What finds the service of a driver by its class. */
    static Filter filter(BundleContext context, String driver) {
        String text = "(&(" + Constants.OBJECTCLASS + "=" + DataSourceFactory.class.getName() + ")("
                + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=" + driver + "))";
        try {
            return context.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Driver names are constants", e);
        }
    }
}
