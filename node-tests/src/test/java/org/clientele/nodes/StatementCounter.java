package org.clientele.nodes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Notes the prepared statements that reach the driver about groups, permissions, assignments and customers. */
final class StatementCounter {
    private static final Pattern COUNTED = Pattern.compile(
            "(?i).*(access_group|_permission|customer_assignment|customer_ref|customer_company).*", Pattern.DOTALL);

    /** What a node asks by itself now and then, whatever else happens. */
    private static final Pattern SWEEP = Pattern.compile("(?i).*pending_key is not null.*", Pattern.DOTALL);

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Map<Long, List<String>> all = new ConcurrentHashMap<>();

    DataSource around(DataSource source) {
        return Services.proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(source, method, args);
            return result instanceof Connection connection ? around(connection) : result;
        });
    }

    /** The statements since the last time. */
    List<String> taken() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    /** Everything since the last time, for each thread: statements, and {@code commit}. */
    List<List<String>> allTaken() {
        List<List<String>> taken = List.copyOf(all.values());
        all.clear();
        return taken;
    }

    private void add(String sql) {
        all.computeIfAbsent(Thread.currentThread().getId(), thread -> new CopyOnWriteArrayList<>())
                .add(sql);
    }

    private Connection around(Connection connection) {
        return Services.proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("commit")) {
                add("commit");
            }
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement ? around(statement, (String) args[0]) : result;
        });
    }

    private PreparedStatement around(PreparedStatement statement, String sql) {
        return Services.proxy(PreparedStatement.class, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                add(sql);
            }
            if (method.getName().startsWith("execute") && isCounted(sql)) {
                statements.add(sql);
            }
            return call(statement, method, args);
        });
    }

    private static boolean isCounted(String sql) {
        return COUNTED.matcher(sql).matches() && !SWEEP.matcher(sql).matches();
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
