package org.clientele.testkit;

import java.util.Optional;
import org.clientele.spi.CustomerUserSource;

/** A source over a storage that holds the people of one test. */
public interface Fixture extends AutoCloseable {

    /** The source, ready to be asked. */
    CustomerUserSource source();

    /** A way to take the storage away, so that connections to it fail; empty if there is none. */
    default Optional<Outage> outage() {
        return Optional.empty();
    }

    /** A way to make the storage accept calls without answering them; empty if there is none. */
    default Optional<Outage> silence() {
        return Optional.empty();
    }

    /** Closes the source and empties the storage, also during an outage. */
    @Override
    void close() throws Exception;

    /** Something that happens to a storage. */
    interface Outage {
        void begin() throws Exception;

        void end() throws Exception;
    }
}
