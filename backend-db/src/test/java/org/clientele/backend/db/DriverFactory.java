package org.clientele.backend.db;

import java.lang.reflect.Proxy;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** What a driver's bundle offers: connections by the real driver, with the given credentials and nothing else. */
final class DriverFactory implements DataSourceFactory {

    @Override
    public DataSource createDataSource(Properties properties) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return method.getReturnType() == int.class ? (Object) 0 : null;
                    }
                    return DriverManager.getConnection(
                            properties.getProperty(JDBC_URL),
                            properties.getProperty(JDBC_USER),
                            properties.getProperty(JDBC_PASSWORD));
                });
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Driver createDriver(Properties properties) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
