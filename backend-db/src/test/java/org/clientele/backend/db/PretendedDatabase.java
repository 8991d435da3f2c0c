package org.clientele.backend.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * Says that it is a database that is not at hand, describes the default tables as H2 has them, notes the statements it
 * gets, finds no row, counts none and says that one was written.
 */
final class PretendedDatabase extends WrappedDatabase {
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Map<String, Object> claims;

    PretendedDatabase(String product, String version, int major) {
        super(new H2Database("pretended"));
        claims = Map.of(
                "getDatabaseProductName",
                product,
                "getDatabaseProductVersion",
                version,
                "getDatabaseMajorVersion",
                major,
                "getDatabaseMinorVersion",
                0);
    }

    /** The last statement. */
    String statement() {
        return statements.get(statements.size() - 1);
    }

    /** All statements. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public DataSource unpooled() {
        return proxy(DataSource.class, database.dataSource());
    }

    @SuppressWarnings("unchecked")
    private <T> T proxy(Class<T> type, Object target) {
        return (T) Proxy.newProxyInstance(
                PretendedDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (target instanceof DatabaseMetaData && claims.containsKey(method.getName())) {
                        return claims.get(method.getName());
                    } else if (target instanceof Connection connection
                            && method.getName().equals("prepareStatement")) {
                        statements.add((String) args[0]);
                        boolean counts = ((String) args[0]).startsWith("SELECT COUNT(");
                        return proxy(
                                PreparedStatement.class,
                                connection.prepareStatement(
                                        "select " + (counts ? "count(*)" : "*") + " from customer_user where 1 = 0"));
                    } else if (target instanceof PreparedStatement) {
                        if (method.getName().startsWith("set")) {
                            return null;
                        } else if (method.getName().equals("executeUpdate")) {
                            return 1;
                        }
                    }
                    return answer(call(target, method, args));
                });
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object answer(Object result) {
        if (result instanceof DatabaseMetaData) {
            return proxy(DatabaseMetaData.class, result);
        }
        return result instanceof Connection ? proxy(Connection.class, result) : result;
    }
}
