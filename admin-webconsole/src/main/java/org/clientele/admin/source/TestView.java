package org.clientele.admin.source;

import java.time.Duration;
import java.util.List;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * The test of a source, ready to be shown.
 *
 * @param screen what stands around it
 * @param slot the slot that is tested
 * @param name its name for people
 * @param steps what came of the test, empty before it was run
 */
public record TestView(Screen screen, String slot, String name, List<TestStep> steps) {
    public TestView {
        steps = List.copyOf(steps);
    }

    /** Where the form of the test goes to: the address tells the slot, so that it is still known after a change of language. */
    public String address() {
        return Links.to(screen.home() + "/test")
                .with(FormParameter.SOURCE, slot)
                .toString();
    }

    /** The word for what a step looks at; a back end may have steps of its own. */
    public String label(TestStep step) {
        return screen.words().or("test.step." + step.name(), step.name());
    }

    /** The worst that came of any step. */
    public Result result() {
        return has(Result.FAILED) ? Result.FAILED : has(Result.WARNED) ? Result.WARNED : Result.PASSED;
    }

    /** How long all of it took. */
    public long millis() {
        return steps.stream()
                .map(TestStep::time)
                .reduce(Duration.ZERO, Duration::plus)
                .toMillis();
    }

    private boolean has(Result result) {
        return steps.stream().anyMatch(step -> step.result() == result);
    }
}
