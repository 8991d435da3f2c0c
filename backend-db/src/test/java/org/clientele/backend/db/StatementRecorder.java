package org.clientele.backend.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes the statements and values that go to a database, and asks it for its plan. */
final class StatementRecorder implements TestDatabase {
    private final TestDatabase database;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final TreeMap<Integer, Object> values = new TreeMap<>();

    StatementRecorder(TestDatabase database) {
        this.database = database;
    }

    List<String> statements() {
        return statements;
    }

    /** The plan of the last statement of a call. */
    String planOf(Callable<?> call) throws Exception {
        call.call();
        String sql = statements.get(statements.size() - 1);
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            for (var value : values.entrySet()) {
                explain.setObject(value.getKey(), value.getValue());
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    @Override
    public DataSource dataSource() {
        return proxy(DataSource.class, database.dataSource());
    }

    @SuppressWarnings("unchecked")
    private <T> T proxy(Class<T> type, Object target) {
        return (T) Proxy.newProxyInstance(
                StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) args[0]);
                        values.clear();
                    } else if (target instanceof PreparedStatement
                            && method.getName().startsWith("set")
                            && args.length >= 2) {
                        values.put((Integer) args[0], args[1]);
                    }
                    try {
                        Object result = method.invoke(target, args);
                        if (result instanceof PreparedStatement) {
                            return proxy(PreparedStatement.class, result);
                        }
                        return result instanceof Connection ? proxy(Connection.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException sql ? sql : e.getCause();
                    }
                });
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public String user() {
        return database.user();
    }

    @Override
    public String password() {
        return database.password();
    }

    @Override
    public String driver() {
        return database.driver();
    }

    @Override
    public String customerUserTable() {
        return database.customerUserTable();
    }

    @Override
    public String customerTable() {
        return database.customerTable();
    }
}
