package org.clientele.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;

/** The store outside OSGi: the same persistence unit, given its data source by hand. */
final class StoreOnDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final StatementRecorder recorder;
    private EntityManagerFactory unit;
    private JpaDirectoryStore store;

    StoreOnDatabase(String url, String user, String password) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        // As many as the tests have callers: none has to wait for a connection.
        pool.setMaximumPoolSize(20);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        recorder = new StatementRecorder(pool);
    }

    /** Before it is opened: waits for the first connection on a busy machine, too, where the driver is still being loaded. */
    StoreOnDatabase patient() {
        pool.setConnectionTimeout(30_000);
        return this;
    }

    DataSource dataSource() {
        return pool;
    }

    /** Migrates and opens the store. */
    StoreOnDatabase open() throws Exception {
        new Tables(pool).migrate();
        unit = unit();
        store = new JpaDirectoryStore(unit, Duration.ofSeconds(5));
        return this;
    }

    EntityManagerFactory unit() {
        return Persistence.createEntityManagerFactory(
                "clientele", Map.of("javax.persistence.nonJtaDataSource", recorder.dataSource()));
    }

    JpaDirectoryStore store() {
        return store;
    }

    /** The statements that a call of the store gave to the database. */
    List<StatementRecorder.Recorded> statementsOf(Callable<?> call) throws Exception {
        return recorder.statementsOf(call);
    }

    int execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of all rows. */
    List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
            unit.close();
        }
        pool.close();
    }
}
