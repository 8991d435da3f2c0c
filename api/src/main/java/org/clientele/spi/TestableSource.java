package org.clientele.spi;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tests sources of one back end before they exist. Not one source but the back end offers it, as an OSGi service beside its
 * sources: what is tested is a draft, which nobody has saved yet. Optional.
 *
 * <p>A test changes nothing, neither here nor in the storage. It signs in once at most, so that a wrong password does not lock
 * an account. It keeps the deadlines, ends soon after its thread was interrupted, and leaves nothing open. Any thread may call.
 */
@ConsumerType
public interface TestableSource {

    /** The factory PID of the configurations that it understands. */
    String factoryPid();

    /**
     * Does the steps of a test, in the order in which they are of use to people, each with {@link TestRun#step}.
     *
     * @param draft as a source would be given it: with {@code service.pid} and {@code service.factoryPid}, placeholders resolved
     * @param run takes the steps
     */
    void test(Map<String, Object> draft, TestRun run);

    /**
     * The keys that decide who gets the secrets of a configuration: servers, accounts, TLS and whom it trusts. Secrets that are
     * stored are used in the test of an edited draft only as long as none of these was changed.
     *
     * @return empty (so it is unless overridden) if any key may decide that
     */
    default Set<String> keysThatDecideWhoGetsSecrets() {
        return Set.of();
    }

    /** Whether its sources hold customers, and not customer users. */
    default boolean ofCustomers() {
        return false;
    }

    /** Where an example of a configuration is, a {@code .cfg} file in UTF-8; empty if there is none. */
    default Optional<URL> example() {
        return Optional.empty();
    }
}
