package org.clientele.store;

import java.time.Duration;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.clientele.StoreUnavailableException;

/** The way of every call to the database: within the time limit, and repeated where it lost against another node. */
final class StoreCalls implements AutoCloseable {

    private final Transactions transactions;
    private final TimeLimit limit;

    StoreCalls(EntityManagerFactory unit, Duration limit) {
        this.transactions = new Transactions(unit);
        this.limit = new TimeLimit(limit);
    }

    <T> T read(Function<EntityManager, T> work) throws StoreUnavailableException {
        return limit.call(() -> transactions.read(work));
    }

    <T> T write(Function<EntityManager, T> work) throws StoreUnavailableException {
        return limit.call(() -> transactions.write(work));
    }

    /** As {@link #write}, but what loses against another is not repeated: the other work is done instead. */
    <T> T write(Function<EntityManager, T> work, Function<EntityManager, T> whenLost) throws StoreUnavailableException {
        return limit.call(() -> transactions.write(work, whenLost));
    }

    @Override
    public void close() {
        limit.close();
    }
}
