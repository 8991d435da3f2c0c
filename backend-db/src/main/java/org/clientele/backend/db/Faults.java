package org.clientele.backend.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;

/** Tells from an exception of driver, pool or EclipseLink what it means for the caller. */
final class Faults {
    private static final int MARIADB_DUPLICATE = 1062;
    private static final int MARIADB_STATEMENT_TIME = 1969;
    private static final int MARIADB_INCORRECT_STRING = 1366;
    private static final Set<Integer> MARIADB_DANGLING = Set.of(1216, 1452);
    private static final Set<String> DANGLING = Set.of("23503", "23506");
    private static final Set<String> CANCELLED = Set.of("57014", "HYT00", "70100");
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");
    private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");
    private static final Set<String> GONE =
            Set.of("57P01", "57P02", "57P03", "3D000", "53300", "90121", "90098", "90067");

    private Faults() {}

    /** The exception for the caller. The message holds no values and no words of the driver. */
    static SourceUnavailableException of(String slot, Throwable fault) {
        Optional<SQLException> sql = sql(fault);
        if (interrupted(fault)
                && sql.filter(SQLTransientConnectionException.class::isInstance).isEmpty()) {
            Thread.currentThread().interrupt();
            return new SourceUnavailableException(Reason.TIME_OUT, "The call to " + slot + " was cancelled.", fault);
        }
        Reason reason = sql.map(Faults::reason).orElse(Reason.REQUEST);
        return new SourceUnavailableException(reason, message(slot, reason, sql), fault);
    }

    /** Whether the database refused a value that must be unique. */
    static boolean isDuplicate(Throwable fault) {
        return sql(fault)
                .filter(e -> "23505".equals(e.getSQLState()) || e.getErrorCode() == MARIADB_DUPLICATE)
                .isPresent();
    }

    /** Whether the database refused a value because what it refers to is not there. */
    static boolean isDangling(Throwable fault) {
        return sql(fault)
                .filter(e -> DANGLING.contains(state(e)) || MARIADB_DANGLING.contains(e.getErrorCode()))
                .isPresent();
    }

    /** Whether the database refused a value for its length, form or range. */
    static boolean isRefusedValue(Throwable fault) {
        return sql(fault)
                .filter(e -> state(e).startsWith("22")
                        || state(e).startsWith("23")
                        || e.getErrorCode() == MARIADB_INCORRECT_STRING)
                .isPresent();
    }

    /** The driver's own words, in lower case, only for finding out which index they name. */
    static String words(Throwable fault) {
        return sql(fault)
                .map(e -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Reason reason(SQLException e) {
        String state = state(e);
        if (e instanceof SQLTransientConnectionException) {
            // what a pool throws for want of a connection, with the state of whatever kept it from one
            return Reason.CONNECTION;
        } else if (e instanceof SQLTimeoutException
                || CANCELLED.contains(state)
                || e.getErrorCode() == MARIADB_STATEMENT_TIME) {
            return Reason.TIME_OUT;
        } else if (isConnection(e, state)) {
            return Reason.CONNECTION;
        } else if (NO_TABLE.contains(state)) {
            return Reason.WAITING;
        } else if (NO_COLUMN.contains(state)) {
            return Reason.MISCONFIGURED;
        }
        return Reason.REQUEST;
    }

    private static boolean isConnection(SQLException e, String state) {
        return e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("28")
                || GONE.contains(state);
    }

    private static String message(String slot, Reason reason, Optional<SQLException> sql) {
        String code = sql.map(e -> " (SQL state " + e.getSQLState() + ")").orElse("");
        return switch (reason) {
            case CONNECTION -> "The database of " + slot + " cannot be reached" + code + ".";
            case TIME_OUT -> "The database of " + slot + " did not answer in time.";
            case WAITING -> "The table of " + slot + " is not there.";
            case MISCONFIGURED -> "The table of " + slot + " lacks a configured column.";
            default -> "The database of " + slot + " refused the request" + code + ".";
        };
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    private static boolean interrupted(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private static Optional<SQLException> sql(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
