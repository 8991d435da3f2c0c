package org.clientele.backend.db;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts a database server before a test class and ends it with the test run. */
abstract class DatabaseServer implements BeforeAllCallback, TestDatabase {
    private boolean started;

    @Override
    public final synchronized void beforeAll(ExtensionContext context) throws Exception {
        if (!started) {
            install();
            up();
            started = true;
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(getClass()))
                    .put(this, (AutoCloseable) this::end);
        }
    }

    /** Makes the data directory. */
    abstract void install() throws IOException, InterruptedException;

    /** Starts the server and waits until it answers. */
    abstract void up() throws IOException;

    /** Stops the server; {@link #up} starts it again with the same data. */
    abstract void down();

    /** Ends the server as if the machine had lost it. */
    abstract void kill();

    /** Stops the server and removes everything. */
    abstract void end() throws IOException;
}
