package org.clientele.store;

import java.sql.SQLException;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;

/** Runs work in an entity manager of its own, and repeats what lost against another node or thread. */
final class Transactions {

    /** Every round has a winner, so this many can meet at one row; the caller's time limit ends it earlier. */
    private static final int MOST_ATTEMPTS = 30;

    private final EntityManagerFactory unit;

    Transactions(EntityManagerFactory unit) {
        this.unit = unit;
    }

    <T> T read(Function<EntityManager, T> work) {
        EntityManager entities = unit.createEntityManager();
        try {
            return work.apply(entities);
        } finally {
            entities.close();
        }
    }

    <T> T write(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read(entities -> commit(entities, work));
            } catch (RuntimeException e) {
                // Not only PersistenceException: EclipseLink throws its own while it fetches numbers.
                if (attempt == MOST_ATTEMPTS || !lostAgainstAnother(e)) {
                    throw e;
                }
            }
        }
    }

    /** Tries the work once; where it loses against another, does the other work instead, as often as needed. */
    <T> T write(Function<EntityManager, T> work, Function<EntityManager, T> whenLost) {
        try {
            return read(entities -> commit(entities, work));
        } catch (RuntimeException e) {
            if (!lostAgainstAnother(e)) {
                throw e;
            }
            return write(whenLost);
        }
    }

    private static <T> T commit(EntityManager entities, Function<EntityManager, T> work) {
        entities.getTransaction().begin();
        try {
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }
    }

    /** A key that was just taken, a deadlock, a lock that was waited for too long. */
    private static boolean lostAgainstAnother(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConflict(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(String state) {
        return state.startsWith("23") || state.startsWith("40") || state.equals("HYT00");
    }
}
