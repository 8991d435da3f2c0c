package org.clientele.backend.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;

/** Where connections come from. The data source comes and goes while the source that uses it stays. */
interface DataSourceSupply extends AutoCloseable {

    /** The data source if it is there now. */
    Optional<DataSource> current();

    /** What is missing, in words for the operator. */
    String missing();

    /** Makes the pool forget its connections: all are of no use any more, and it would not find out by itself. */
    default void discardConnections() {
        current()
                .filter(HikariDataSource.class::isInstance)
                .map(dataSource -> ((HikariDataSource) dataSource).getHikariPoolMXBean())
                .ifPresent(HikariPoolMXBean::softEvictConnections);
    }

    @Override
    void close();

    /** The supply that the configuration asks for; it calls {@code changed} whenever a data source came or went. */
    static DataSourceSupply open(BundleContext context, TableSettings settings, Runnable changed) {
        return settings.access().url().isPresent()
                ? new OwnPool(context, settings, changed)
                : new NamedDataSource(context, settings.access().dataSourceName(), changed);
    }
}
