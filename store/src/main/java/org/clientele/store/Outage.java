package org.clientele.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Knows whether the database is away. While it is, one call at a time finds out whether it is back; the others need not
 * wait for the same answer.
 */
final class Outage {

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean away;

    /** Whether to go and ask; whoever gets true says how it went by one of the next three. */
    boolean mayAsk() {
        return !away || asking.compareAndSet(false, true);
    }

    void ended() {
        away = false;
        asking.set(false);
    }

    void began() {
        away = true;
        asking.set(false);
    }

    void undecided() {
        asking.set(false);
    }

    /** Whether a failure is about the connection, and not about the one statement. */
    static boolean isMeantBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAboutConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P")
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
    }
}
