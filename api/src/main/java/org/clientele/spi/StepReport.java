package org.clientele.spi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.Finding;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.jspecify.annotations.Nullable;

/** What there is to say about one step of a test. For the thread of its {@link TestRun}. */
public final class StepReport {
    /** How many records a test shows. */
    public static final int MOST_RECORDS = 5;

    private static final int MOST_DETAILS = 50;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_LINE = 2_000;

    private final Deadline deadline;
    private final List<String> details = new ArrayList<>();
    private Result result = Result.PASSED;
    private String message = "";

    StepReport(Deadline deadline) {
        this.deadline = deadline;
    }

    /** By when this step has to end. */
    public Deadline deadline() {
        return deadline;
    }

    /** Says how it went, in a sentence or a part of one; the last one stands, but for what a failure says. */
    public void say(String text) {
        message = cut(text, LONGEST_LINE);
    }

    /** Adds a line. What is too long is cut, and after fifty lines no more are taken. */
    public void detail(String line) {
        if (details.size() < MOST_DETAILS) {
            details.add(cut(line, LONGEST_LINE));
        }
    }

    /** Adds a line about something that somebody should look at; the step passes with a warning. */
    public void warn(String line) {
        result = Result.WARNED;
        detail(line);
    }

    /**
     * Adds a line for each finding.
     *
     * @param good what to say where there is none
     * @return true
     * @throws FailedException if one of them is an error
     */
    public boolean findings(List<Finding> findings, String good) throws FailedException {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        faults.forEach(finding -> detail(line(finding)));
        findings.stream().filter(finding -> !faults.contains(finding)).forEach(finding -> warn(line(finding)));
        if (!faults.isEmpty()) {
            throw failure(faults.size() == 1 ? "There is a fault" : "There are " + faults.size() + " faults");
        }
        say(findings.isEmpty() ? good : "It can be used like this");
        return true;
    }

    /** Adds a line with the fields of a record, and warns of required ones that it lacks; for {@link #MOST_RECORDS} records at most. */
    public void show(SourceRecord record, SourceDescription source) {
        String fields = record.fields().entrySet().stream()
                .map(field -> field.getKey() + " = "
                        + field.getValue().stream()
                                .map(value -> cut(value, LONGEST_VALUE))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        List<String> missing = source.fields().stream()
                .filter(field -> field.required() && !Fields.isPassword(field))
                .map(Field::variable)
                .filter(variable -> !record.fields().containsKey(variable))
                .toList();
        String line = cut(record.id(), LONGEST_VALUE) + ": " + fields;
        if (missing.isEmpty()) {
            detail(line);
        } else {
            warn(line + "; without " + String.join(", ", missing));
        }
    }

    /** What ends the step as failed: {@code throw report.failure("…")}. The text holds no secret. */
    public FailedException failure(String text) {
        return new FailedException(text);
    }

    /** That the step failed, in words for people. */
    public static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private FailedException(String message) {
            super(message);
        }
    }

    void fail(@Nullable String text) {
        result = Result.FAILED;
        say(String.valueOf(text));
    }

    TestStep step(String name, Duration time) {
        return new TestStep(name, result, message, details, time);
    }

    private static String line(Finding finding) {
        return finding.key() + " " + finding.message();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
