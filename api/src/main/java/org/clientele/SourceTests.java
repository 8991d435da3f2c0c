package org.clientele;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tests sources step by step, those that are configured and those that are not saved yet: whether the server is there, lets us
 * in, has what the configuration names, and what the first records look like. An OSGi service. A test changes nothing, signs
 * in once at most, ends after 30 seconds at the latest and leaves nothing open. Placeholders are resolved as in a saved
 * configuration; what they stand for is in no step.
 *
 * <p>Any thread may call. Steps are handed to {@code told} by the calling thread, each as soon as it is done. A caller that is
 * interrupted gets the steps so far, with the interrupt still set.
 */
@ProviderType
public interface SourceTests {

    /** The configured slots, of customer users and customers, whose back end is there and offers a test. Calls no storage. */
    Set<String> slots();

    /** The factory PIDs of the back ends that are there and offer a test, sorted. */
    List<String> backEnds();

    /**
     * Tests a slot with its configuration as it stands now, whatever the state of its source; the source itself is not used.
     *
     * @param slot a configured slot of customer users or customers
     * @param told gets each step
     * @return all steps, in order
     * @throws InvalidInputException if there is no such slot, or its back end offers no test or is not there ({@code source})
     * @throws SourceUnavailableException if too many tests are under way
     */
    List<TestStep> test(String slot, Consumer<TestStep> told) throws InvalidInputException, SourceUnavailableException;

    /**
     * Tests what a configuration would be once it is saved.
     *
     * @param told gets each step
     * @return all steps, in order
     * @throws InvalidInputException if the back end offers no test or is not there ({@code backEnd})
     * @throws SourceUnavailableException if too many tests are under way
     */
    List<TestStep> test(SourceDraft draft, Consumer<TestStep> told)
            throws InvalidInputException, SourceUnavailableException;
}
