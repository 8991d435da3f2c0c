package org.clientele.backend.db;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
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

    TestFactory(TestDatabase database) {
        this.database = database;
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
                        return counted(database.dataSource().getConnection());
                    }
                    return method.invoke(database.dataSource(), args);
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
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
