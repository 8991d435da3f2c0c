package org.clientele;

import java.time.Duration;

/**
 * What became of one source in one answer.
 *
 * @param source the slot
 * @param outcome whether and how it answered
 * @param time how long it took; zero if it was not called
 * @param message a sentence for people, empty when all is well; it holds no secret and no personal data
 */
public record SourceReport(String source, Outcome outcome, Duration time, String message) {}
