package org.clientele.spi;

import java.time.Duration;

/**
 * Limits of calls to a source.
 *
 * @param answerTimeLimit how long the directory waits for an answer
 * @param cacheTtl how long look-ups are remembered, zero for not at all
 * @param die whether lists, and look-ups that find nothing, fail when this source is unavailable
 */
public record CallSettings(Duration answerTimeLimit, Duration cacheTtl, boolean die) {}
