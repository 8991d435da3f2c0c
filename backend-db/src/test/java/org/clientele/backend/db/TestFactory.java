package org.clientele.backend.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** A driver's service that counts the connections it opened and checks the credentials it is given. */
final class TestFactory implements DataSourceFactory {
    private final TestDatabase database;
    private final AtomicInteger open = new AtomicInteger();

    private volatile boolean refusing;

    TestFactory(TestDatabase database) {
        this.database = database;
    }

    /** From now on as if no database listened. */
    void refuse() {
        refusing = true;
    }

    int openConnections() {
        return open.get();
    }

    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        if (!database.url().equals(properties.getProperty(JDBC_URL))
                || !database.user().equals(properties.getProperty(JDBC_USER))) {
            throw new SQLException("Other credentials than configured");
        }
        return (DataSource) Proxy.newProxyInstance(
                TestFactory.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        if (refusing) {
                            throw new SQLNonTransientConnectionException("Connection refused", "08001");
                        }
                        return counted(database.unpooled().getConnection());
                    }
                    return method.invoke(database.unpooled(), args);
                });
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public XADataSource createXADataSource(Properties properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Driver createDriver(Properties properties) {
        throw new UnsupportedOperationException();
    }

    private Connection counted(Connection connection) {
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                TestFactory.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
