package org.clientele;

import java.util.List;
import java.util.Optional;

/**
 * One page of the customer IDs that customer users have.
 *
 * @param customerIds each spelling once, ordered by lower case, compared by code point, then by the spelling itself
 * @param next the cursor of the following page, empty at the end
 * @param sources what became of each source, in the order of the slots
 * @param incomplete whether a source was missing on this page or on one before it
 * @param notices sentences for people about the list as a whole, for example that the store is away
 */
public record CustomerIdPage(
        List<String> customerIds,
        Optional<String> next,
        List<SourceReport> sources,
        boolean incomplete,
        List<String> notices) {

    public CustomerIdPage {
        customerIds = List.copyOf(customerIds);
        sources = List.copyOf(sources);
        notices = List.copyOf(notices);
    }
}
