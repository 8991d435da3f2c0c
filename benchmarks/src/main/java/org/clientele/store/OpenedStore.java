package org.clientele.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.clientele.spi.store.DirectoryStore;

/** The store outside OSGi, given its data source by hand, as its own tests have it; hence in its package. */
public final class OpenedStore implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final EntityManagerFactory unit;
    private final JpaDirectoryStore store;

    public OpenedStore(DataSource dataSource) {
        unit = Persistence.createEntityManagerFactory(
                "clientele", Map.of("javax.persistence.nonJtaDataSource", dataSource));
        store = new JpaDirectoryStore(unit, LIMIT);
    }

    /** Makes the tables of the store and the default tables. */
    public static void migrate(DataSource dataSource) throws SQLException, LiquibaseException {
        new Tables(dataSource).migrate();
    }

    public DirectoryStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        unit.close();
    }
}
