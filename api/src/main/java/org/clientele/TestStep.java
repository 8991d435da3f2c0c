package org.clientele;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One step of the test of a source, see {@link SourceTests}.
 *
 * @param name what was looked at, lower case with hyphens, for example {@code bind}; those who speak another language word it
 * @param result how it ended
 * @param message a sentence for people, or a part of one; it holds no secret. Empty where there is nothing to say
 * @param details further lines, such as findings, certificates or the first records. They hold personal data, for whoever asked
 *     for the test and for no log
 * @param time how long the step took
 */
public record TestStep(String name, Result result, String message, List<String> details, Duration time) {
    public TestStep {
        details = List.copyOf(details);
    }

    /** How a step ended. */
    public enum Result {
        /** All is well. */
        PASSED,
        /** The source works; somebody should look at it. */
        WARNED,
        /** The source does not work like this. */
        FAILED,
        /** Not done, because it needs an earlier step that failed. */
        SKIPPED;

        /** The word by which screens and commands name this result. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without message and details: those are for the one who asked. */
    @Override
    public String toString() {
        return "TestStep[" + name + " " + result.key() + "]";
    }
}
