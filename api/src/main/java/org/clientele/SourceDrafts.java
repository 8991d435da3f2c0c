package org.clientele;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Drafts of sources as text, for whoever tries a configuration and is not to learn the secrets of those that are there. An OSGi
 * service; nothing of a draft is ever saved. Any thread may call.
 *
 * <p>Of a configured slot a draft has {@link #KEPT} instead of each secret, and placeholders such as {@code $[secret:name]} as
 * they stand. Left as they are, they are used in a test as long as what decides to whom they go (server, account, TLS, and what
 * else the back end names) is as it is stored; otherwise, and for any other placeholder, the test says that the value has to be
 * typed.
 */
@ProviderType
public interface SourceDrafts {
    /** What stands for a secret that is stored. */
    String KEPT = "••••••";

    /** The back ends that are there and offer a test, in order of their PIDs. */
    List<BackEnd> backEnds();

    /** The slots that no configuration has, in order. */
    List<String> freeSlots(boolean ofCustomers);

    /**
     * The configuration of a slot.
     *
     * @throws InvalidInputException if there is no such slot, or its back end offers no test or is not there ({@code source})
     */
    Draft of(String slot) throws InvalidInputException;

    /**
     * Tests what a configuration would be once it is saved. What is wrong with the text itself is a failed step.
     *
     * @param told gets each step
     * @return all steps, in order
     * @throws InvalidInputException if the back end offers no test or is not there ({@code backEnd})
     * @throws SourceUnavailableException if too many tests are under way
     */
    List<TestStep> test(Draft draft, Consumer<TestStep> told) throws InvalidInputException, SourceUnavailableException;

    /**
     * A kind of sources.
     *
     * @param factoryPid the PID of their configurations, for example {@code org.clientele.backend.ldap}
     * @param ofCustomers whether they hold customers, and not customer users
     * @param example a configuration with remarks to begin with, as the text of a {@code .cfg} file; empty if there is none
     */
    record BackEnd(String factoryPid, boolean ofCustomers, String example) {}

    /**
     * A configuration of a source as text.
     *
     * @param factoryPid the back end
     * @param instance the name of the instance, which is the slot for the back ends of Clientele; empty for none
     * @param text the content of a {@code .cfg} file; it may hold secrets that were typed
     */
    record Draft(String factoryPid, String instance, String text) {
        /** Without the text. */
        @Override
        public String toString() {
            return "Draft[" + factoryPid + " " + instance + "]";
        }
    }
}
