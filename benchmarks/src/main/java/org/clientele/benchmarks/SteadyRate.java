package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.clientele.benchmarks.AskedPage.Question;

/**
 * Requests by the clock: each is sent when its moment has come, whatever became of those before, and its time counts from that
 * moment until the last byte. So an answer that takes long hides no wait of those behind it.
 */
record SteadyRate(Console console, int aSecond) {

    /**
     * What came back.
     *
     * @param times of all requests
     * @param faults what was wrong with each wrong answer
     */
    record Answers(Times times, List<String> faults) {}

    private record Answer(long nanos, String fault) {}

    Answers measure(AskedPage page, Duration time) {
        long between = Duration.ofSeconds(1).dividedBy(aSecond).toNanos();
        long start = System.nanoTime();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int round = 0; round * between < time.toNanos(); round++) {
            long moment = start + round * between;
            for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            answers.add(ask(page.question(round), moment));
        }
        return collected(page, answers);
    }

    private CompletableFuture<Answer> ask(Question question, long moment) {
        return console.ask(question.path()).handle((answer, failure) -> {
            long nanos = System.nanoTime() - moment;
            return new Answer(nanos, failure == null ? question.fault(answer) : question.path() + ": " + failure);
        });
    }

    private static Answers collected(AskedPage page, List<CompletableFuture<Answer>> answers) {
        Answers all = new Answers(new Times(page.name()), new ArrayList<>());
        for (CompletableFuture<Answer> future : answers) {
            Answer answer = future.join();
            all.times().add(answer.nanos());
            if (!answer.fault().isEmpty()) {
                all.faults().add(answer.fault());
            }
        }
        return all;
    }
}
