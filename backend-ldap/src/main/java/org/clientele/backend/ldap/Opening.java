package org.clientele.backend.ldap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.clientele.spi.Deadline;

/**
 * The opening of a connection on a thread of its own. Whoever waits for it may go away; the connection is then handed back,
 * open or not, and dropped if it could not be opened.
 */
final class Opening implements Runnable {
    private final PooledConnection connection;
    private final Opener opener;
    private final Consumer<PooledConnection> back;
    private final Consumer<PooledConnection> drop;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /**
     * @param back hands back a connection for which nobody waits
     * @param drop drops a connection that could not be opened
     */
    Opening(
            PooledConnection connection,
            Opener opener,
            Consumer<PooledConnection> back,
            Consumer<PooledConnection> drop) {
        this.connection = connection;
        this.opener = opener;
        this.back = back;
        this.drop = drop;
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            connection.opened(opener.open());
        } catch (LdapException | RuntimeException e) {
            drop.accept(connection);
            done.completeExceptionally(e);
            return;
        }
        if (!done.complete(null)) {
            back.accept(connection);
        }
    }

    /** Waits until the connection is open, and no longer than that. */
    void await(Deadline deadline) throws InterruptedException, ExecutionException, TimeoutException {
        done.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody waits any more. */
    void abandon() {
        boolean neverBegins = begun.compareAndSet(false, true);
        boolean openedJustNow = !done.cancel(false) && !done.isCompletedExceptionally();
        if (neverBegins || openedJustNow) {
            back.accept(connection);
        }
    }
}
