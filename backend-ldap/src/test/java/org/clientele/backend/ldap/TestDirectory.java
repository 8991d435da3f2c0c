package org.clientele.backend.ldap;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Map;

/** A directory server for tests, with the base {@link #BASE}, stopped and started at the same port with its entries. */
interface TestDirectory extends AutoCloseable {
    String BASE = "dc=example,dc=org";
    String ADMIN = "cn=admin," + BASE;
    String ADMIN_PASSWORD = "s3cret \\\"ä";

    int port();

    /** The keys of a configuration that are needed to reach it, besides host and port. */
    default Map<String, String> access() {
        return Map.of();
    }

    void start() throws Exception;

    void stop() throws Exception;

    /** Ends at once, whatever it is doing. */
    default void kill() throws Exception {
        stop();
    }

    /** Delivers at most so many entries to who is not the administrator; 0 for all. */
    void limit(int entries) throws Exception;

    /** Removes all entries below the base and adds these. */
    void load(List<Entry> entries) throws Exception;

    @Override
    void close() throws Exception;
}
