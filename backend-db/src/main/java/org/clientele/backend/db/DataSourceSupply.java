package org.clientele.backend.db;

import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;

/** Where connections come from. The data source comes and goes while the source that uses it stays. */
interface DataSourceSupply extends AutoCloseable {

    /** The data source if it is there now. */
    Optional<DataSource> current();

    /** What is missing, in words for the operator. */
    String missing();

    @Override
    void close();

    /** The supply that the configuration asks for; it calls {@code changed} whenever a data source came or went. */
    static DataSourceSupply open(BundleContext context, TableSettings settings, Runnable changed) {
        return settings.access().url().isPresent()
                ? new OwnPool(context, settings, changed)
                : new NamedDataSource(context, settings.access().dataSourceName(), changed);
    }
}
