package org.clientele.backend.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes the statements and values that go to a database, and gives them to it once more. */
final class StatementRecorder extends WrappedDatabase {
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final TreeMap<Integer, Object> values = new TreeMap<>();

    StatementRecorder(TestDatabase database) {
        super(database);
    }

    List<String> statements() {
        return statements;
    }

    /** The last statement of a call. */
    Statement statementOf(Callable<?> call) throws Exception {
        call.call();
        return new Statement(database, statements.get(statements.size() - 1), new TreeMap<>(values));
    }

    /** A statement and its values. */
    record Statement(TestDatabase database, String sql, Map<Integer, Object> values) {

        /** What the database answers to the statement behind a word such as {@code explain}. */
        String explained(String word) throws SQLException {
            try (Connection connection = database.unpooled().getConnection()) {
                return run(connection, word + sql, values);
            }
        }

        /** Runs the statement, and the answer to another statement behind it. */
        String ranBetween(String before, String after) throws SQLException {
            try (Connection connection = database.unpooled().getConnection()) {
                try (PreparedStatement statement = connection.prepareStatement(before)) {
                    statement.execute();
                }
                run(connection, sql, values);
                return run(connection, after, Map.of());
            }
        }

        private static String run(Connection connection, String sql, Map<Integer, Object> values) throws SQLException {
            StringBuilder answer = new StringBuilder();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Map.Entry<Integer, Object> value : values.entrySet()) {
                    statement.setObject(value.getKey(), value.getValue());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        answer.append(rows.getString(1)).append('\n');
                    }
                }
            }
            return answer.toString();
        }
    }

    @Override
    public DataSource unpooled() {
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
}
