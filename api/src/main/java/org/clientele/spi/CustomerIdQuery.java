package org.clientele.spi;

import java.util.Optional;
import org.clientele.spi.SourceQuery.Position;

/**
 * Which customer IDs to list.
 *
 * @param search free text to look for in the customer ID alone, each word with the source's prefix and suffix; empty for all
 * @param after only customer IDs behind this position
 * @param limit the most customer IDs to deliver, at least 1
 * @param includeInvalid whether those of customer users who are not valid are wanted too
 */
public record CustomerIdQuery(
        Optional<SearchExpression> search, Optional<Position> after, int limit, boolean includeInvalid) {}
