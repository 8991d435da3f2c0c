package org.clientele.backend.db;

import java.io.IOException;
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
    // an SQL state, or /number, or both where neither says enough: the numbers of MariaDB, Oracle and SQL Server
    private static final Set<String> CANCELLED =
            Set.of("57014", "HYT00", "70100", "/1969", "XCL52", "40XL1", "HY008", "72000/1013");
    private static final Set<String> NO_TABLE =
            Set.of("42P01", "42S02", "42S03", "42S04", "42X05", "42000/942", "S0002/208", "42704/-204");
    private static final Set<String> NO_COLUMN = Set.of("42703", "42S22", "42X04", "42000/904", "/207");
    private static final Set<String> GONE = Set.of(
            "57P01",
            "57P02",
            "57P03",
            "3D000",
            "53300",
            "90121",
            "90098",
            "90067",
            "XJ004",
            "XJ040",
            "72000/1017",
            "/18456");
    private static final Set<String> DUPLICATE = Set.of("23505", "/1062", "23000/1", "23000/2601", "23000/2627");
    private static final Set<String> DANGLING = Set.of("23503", "23506", "/1216", "/1452", "23000/2291", "23000/547");
    private static final Set<String> NO_SPACE = Set.of("53100", "/1021", "/1114", "90028", "90031");
    private static final Set<String> REFUSED = Set.of("/1366", "72000/12899", "/2628");

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
        return new SourceUnavailableException(reason, message(slot, reason, fault), fault);
    }

    /** Whether an embedded database closed itself below its connections, which take themselves for sound. */
    static boolean isClosedDatabase(Throwable fault) {
        return sql(fault).filter(e -> is(e, Set.of("90098"))).isPresent();
    }

    /** Whether the database refused a value that must be unique. */
    static boolean isDuplicate(Throwable fault) {
        return sql(fault).filter(e -> is(e, DUPLICATE)).isPresent();
    }

    /** Whether the database refused a value because what it refers to is not there. */
    static boolean isDangling(Throwable fault) {
        return sql(fault).filter(e -> is(e, DANGLING)).isPresent();
    }

    /** Whether the database refused a value for its length, form or range. */
    static boolean isRefusedValue(Throwable fault) {
        return sql(fault)
                .filter(e -> state(e).startsWith("22") || state(e).startsWith("23") || is(e, REFUSED))
                .isPresent();
    }

    /** The driver's own words, in lower case, only for finding out which index they name. */
    static String words(Throwable fault) {
        return sql(fault)
                .map(e -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Reason reason(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            // what a pool throws for want of a connection, with the state of whatever kept it from one
            return Reason.CONNECTION;
        } else if (e instanceof SQLTimeoutException || is(e, CANCELLED)) {
            return Reason.TIME_OUT;
        } else if (isConnection(e)) {
            return Reason.CONNECTION;
        } else if (is(e, NO_TABLE)) {
            return Reason.WAITING;
        } else if (is(e, NO_COLUMN)) {
            return Reason.MISCONFIGURED;
        }
        return Reason.REQUEST;
    }

    private static boolean isConnection(SQLException e) {
        return e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state(e).startsWith("08")
                || isSignIn(e)
                || is(e, GONE)
                || isNameless(e);
    }

    /** A pool has the state of its driver's failure, too. */
    private static boolean isSignIn(SQLException e) {
        return state(e).startsWith("28");
    }

    /** Databases give their failures a state or a number; this is what a pool throws that was closed. */
    private static boolean isNameless(SQLException e) {
        return e.getClass() == SQLException.class && e.getSQLState() == null && e.getErrorCode() == 0;
    }

    private static String message(String slot, Reason reason, Throwable fault) {
        Optional<SQLException> sql = sql(fault);
        String database = "The database of " + slot;
        String code = sql.map(SQLException::getSQLState)
                .map(state -> " (SQL state " + state + ")")
                .orElse("");
        return switch (reason) {
            case CONNECTION -> noConnection(slot, sql, code);
            case TIME_OUT -> database + " did not answer in time.";
            case WAITING -> "The table of " + slot + " is not there.";
            case MISCONFIGURED -> "The table of " + slot + " lacks a configured column.";
            default ->
                isDisk(fault)
                        ? database + " could not write" + code + "; its disk may be full."
                        : database + " refused the request" + code + ".";
        };
    }

    private static String noConnection(String slot, Optional<SQLException> sql, String code) {
        String database = "The database of " + slot;
        if (sql.filter(Faults::isPoolExhausted).isPresent()) {
            return "All connections to the database of " + slot
                    + " are in use; if that happens often, its pool is too small.";
        } else if (sql.filter(Faults::isSignIn).isPresent()) {
            return database + " refused user and password" + code
                    + "; where a placeholder stands for the password, see that it is provided.";
        }
        return database + " cannot be reached" + code + ".";
    }

    /** An embedded database has the failure of its file system among the causes. */
    private static boolean isDisk(Throwable fault) {
        return sql(fault).filter(e -> is(e, NO_SPACE)).isPresent() || has(fault, IOException.class);
    }

    /** A pool that could not connect says with which failure, one whose connections are all lent says nothing of the kind. */
    private static boolean isPoolExhausted(SQLException e) {
        return e instanceof SQLTransientConnectionException
                && e.getCause() == null
                && e.getNextException() == null
                && e.getSQLState() == null;
    }

    private static boolean is(SQLException e, Set<String> kinds) {
        String number = "/" + e.getErrorCode();
        return kinds.contains(state(e)) || kinds.contains(number) || kinds.contains(state(e) + number);
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    private static boolean interrupted(Throwable fault) {
        return has(fault, InterruptedException.class) || Thread.currentThread().isInterrupted();
    }

    private static boolean has(Throwable fault, Class<?> kind) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
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
