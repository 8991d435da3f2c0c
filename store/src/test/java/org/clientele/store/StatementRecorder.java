package org.clientele.store;

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

/** Stands before a data source and notes, while a call runs, the statements and values that go through it. */
final class StatementRecorder {

    private final DataSource target;
    private final List<Recorded> statements = new CopyOnWriteArrayList<>();
    private volatile boolean recording;

    StatementRecorder(DataSource target) {
        this.target = target;
    }

    /** A statement and its values by position. */
    record Recorded(String sql, Map<Integer, Object> values) {

        /** The lines that the database answers to the statement behind {@code explain}, the columns of each in one text. */
        List<String> explained(DataSource dataSource) throws SQLException {
            StringBuilder answer = new StringBuilder();
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
                for (Map.Entry<Integer, Object> value : values.entrySet()) {
                    statement.setObject(value.getKey(), value.getValue());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            answer.append(rows.getString(i)).append(' ');
                        }
                        answer.append('\n');
                    }
                }
            }
            return answer.toString().lines().toList();
        }
    }

    DataSource dataSource() {
        return proxy(DataSource.class, target, Map.of());
    }

    List<Recorded> statementsOf(Callable<?> call) throws Exception {
        statements.clear();
        recording = true;
        try {
            call.call();
        } finally {
            recording = false;
        }
        return List.copyOf(statements);
    }

    @SuppressWarnings("unchecked")
    private <T> T proxy(Class<T> type, Object object, Map<Integer, Object> values) {
        return (T) Proxy.newProxyInstance(
                StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (type == PreparedStatement.class && method.getName().startsWith("set") && args.length >= 2) {
                        values.put((Integer) args[0], args[1]);
                    }
                    try {
                        return wrapped(method.invoke(object, args), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Object wrapped(Object result, Object[] args) {
        if (result instanceof Connection) {
            return proxy(Connection.class, result, Map.of());
        }
        if (result instanceof PreparedStatement) {
            Map<Integer, Object> values = new TreeMap<>();
            if (recording) {
                statements.add(new Recorded((String) args[0], values));
            }
            return proxy(PreparedStatement.class, result, values);
        }
        return result;
    }
}
