package org.clientele.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.DirectoryException;
import org.clientele.Finding;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.jspecify.annotations.Nullable;

/**
 * One run of a test: it takes the time of each step and turns whatever happens into its outcome. Steps that need the result of
 * an earlier one are written within {@code if (earlier.isPresent())}, with {@link #skip} in the other branch.
 *
 * <p>For one thread.
 */
public final class TestRun {
    private final Deadline deadline;
    private final Consumer<TestStep> told;

    /**
     * @param deadline of the whole run
     * @param told gets each step once it is done
     */
    public TestRun(Deadline deadline, Consumer<TestStep> told) {
        this.deadline = deadline;
        this.told = told;
    }

    /**
     * What is looked at in a step.
     *
     * @param <T> what later steps need of it
     */
    @FunctionalInterface
    public interface Check<T> {
        /**
         * @param report for what there is to say, and with the deadline of this step
         * @throws DirectoryException if the step failed; its message is shown
         * @throws Exception if the step failed; neither its message nor its cause is shown, they might hold a secret
         */
        T look(StepReport report) throws Exception;
    }

    /**
     * Does a step, unless there is no time left: then it is skipped.
     *
     * @param name lower case with hyphens
     * @param limit how long it may take at most
     * @return what {@code check} returned, empty if the step failed or was skipped
     */
    public <T> Optional<T> step(String name, Duration limit, Check<T> check) {
        if (deadline.passed() || Thread.currentThread().isInterrupted()) {
            told.accept(new TestStep(name, Result.SKIPPED, "There was no time left", List.of(), Duration.ZERO));
            return Optional.empty();
        }
        StepReport report = new StepReport(deadline.atMost(limit));
        long start = System.nanoTime();
        @Nullable T value = null;
        try {
            value = check.look(report);
        } catch (StepReport.FailedException e) {
            report.fail(e.getMessage());
        } catch (DirectoryException e) {
            report.fail(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.fail("The test was interrupted");
        } catch (Exception e) {
            report.fail("It failed unexpectedly (" + e.getClass().getSimpleName() + ")");
        }
        told.accept(report.step(name, Duration.ofNanos(System.nanoTime() - start)));
        return Optional.ofNullable(value);
    }

    /**
     * The first step, {@code settings}: what is wrong with the draft itself.
     *
     * @return whether the draft can be used
     */
    public boolean settings(List<Finding> findings) {
        return step(
                        "settings",
                        Duration.ofSeconds(1),
                        report -> report.findings(findings, "The configuration has no faults"))
                .orElse(false);
    }

    /** Tells that steps are not done, because they need one that failed. */
    public void skip(String... names) {
        for (String name : names) {
            told.accept(new TestStep(name, Result.SKIPPED, "", List.of(), Duration.ZERO));
        }
    }
}
