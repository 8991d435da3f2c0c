package org.clientele.backend.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.clientele.testkit.Fixture;

/** Another database whose data source can be told to refuse connections, or to let their takers wait as a pool does. */
final class SwitchedDatabase extends WrappedDatabase {
    /** Longer than the contract takes for a wait, shorter than it allows a call behind its deadline. */
    private static final long MOST_WAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(1300);

    private final DataSource dataSource;
    private boolean refusing;
    private boolean silent;

    SwitchedDatabase(TestDatabase database) {
        super(database);
        DataSource connections = database.dataSource();
        dataSource = (DataSource) Proxy.newProxyInstance(
                SwitchedDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> call(connections, method, arguments));
    }

    @Override
    public DataSource unpooled() {
        return database.unpooled();
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    /** A server is stopped; what runs in this process gives out no connection. */
    Fixture.Outage outage() {
        return database instanceof ServerDatabase<?> server
                ? new Switch(server::down, server::up)
                : new Switch(() -> setRefusing(true), () -> setRefusing(false));
    }

    /** Whoever wants a connection waits, at most as long as for one of a pool. */
    Fixture.Outage silence() {
        return new Switch(() -> setSilent(true), () -> setSilent(false));
    }

    /** What can be done and undone. */
    private interface Step {
        void take() throws Exception;
    }

    private record Switch(Step on, Step off) implements Fixture.Outage {
        @Override
        public void begin() throws Exception {
            on.take();
        }

        @Override
        public void end() throws Exception {
            off.take();
        }
    }

    private synchronized void setRefusing(boolean value) {
        refusing = value;
    }

    private synchronized void setSilent(boolean value) {
        silent = value;
        notifyAll();
    }

    private Object call(DataSource connections, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getConnection")) {
            awaitVoice();
        }
        try {
            return method.invoke(connections, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized void awaitVoice() throws SQLException {
        if (refusing) {
            throw new SQLNonTransientConnectionException("Connection refused", "08001");
        }
        long end = System.nanoTime() + MOST_WAITED_NANOS;
        while (silent) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new SQLTransientConnectionException("Connection is not available, request timed out");
            }
            try {
                // a millisecond more, for none is no limit
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted during connection acquisition", e);
            }
        }
    }
}
