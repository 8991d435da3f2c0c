package org.clientele.testkit;

import java.time.Duration;
import java.util.Optional;

/** A storage that holds the records of one test, and a source over it. */
public interface StorageFixture extends AutoCloseable {

    /** A way to take the storage away, so that connections to it fail; empty if there is none. */
    default Optional<Outage> outage() {
        return Optional.empty();
    }

    /** A way to make the storage accept calls without answering them; empty if there is none. */
    default Optional<Outage> silence() {
        return Optional.empty();
    }

    /** How long the source may take to answer again once the storage is back. */
    default Duration recovery() {
        return Duration.ofSeconds(30);
    }

    /**
     * Closes the source as the deletion of its configuration would, perhaps while it is asked, and then whatever belongs to
     * this fixture alone. Works during an outage, too. What is left in a storage that tests share is the next fixture's
     * concern: calls may still be reading it.
     */
    @Override
    void close() throws Exception;

    /** Something that happens to a storage. */
    interface Outage {
        void begin() throws Exception;

        void end() throws Exception;
    }
}
