package org.clientele.admin.source;

import java.time.Duration;
import java.util.List;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.admin.text.Words;

/**
 * What came of a test, ready to be shown.
 *
 * @param all empty before it was run
 */
public record Steps(Words words, List<TestStep> all) {
    public Steps {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The word for what a step looks at; a back end may have steps of its own. */
    public String label(TestStep step) {
        return words.or("test.step." + step.name(), step.name());
    }

    /** The worst that came of any step. */
    public Result result() {
        return has(Result.FAILED) ? Result.FAILED : has(Result.WARNED) ? Result.WARNED : Result.PASSED;
    }

    /** How long all of it took. */
    public long millis() {
        return all.stream()
                .map(TestStep::time)
                .reduce(Duration.ZERO, Duration::plus)
                .toMillis();
    }

    private boolean has(Result result) {
        return all.stream().anyMatch(step -> step.result() == result);
    }
}
