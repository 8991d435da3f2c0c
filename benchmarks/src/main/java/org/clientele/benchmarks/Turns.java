package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Ways of answering the same questions, measured by turns in one loop, so that whatever else the machine does hits all of
 * them. In each round the next one begins, so that none always finds what another has warmed.
 *
 * @param questions what is asked in each round; made outside the measured time
 */
record Turns<Q>(IntFunction<Q> questions, List<Way<Q>> ways) {

    /** One way. */
    record Way<Q>(String name, Work<Q> work) {}

    /** What is measured; it answers with something, or fails. */
    @FunctionalInterface
    interface Work<Q> {
        Object answer(Q question) throws Exception;
    }

    /** Rounds for a while, after others that only warm up. */
    List<Times> measure(Duration warmUp, Duration time) throws Exception {
        int round = rounds(0, warmUp, fresh());
        List<Times> times = fresh();
        rounds(round, time, times);
        return times;
    }

    private int rounds(int first, Duration time, List<Times> times) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        int round = first;
        do {
            Q question = questions.apply(round);
            for (int i = 0; i < ways.size(); i++) {
                int turn = (i + round) % ways.size();
                times.get(turn).add(nanos(ways.get(turn), question));
            }
            round++;
        } while (System.nanoTime() < end);
        return round;
    }

    private static <Q> long nanos(Way<Q> way, Q question) throws Exception {
        long start = System.nanoTime();
        Object answer = way.work().answer(question);
        long nanos = System.nanoTime() - start;
        if (answer == null) {
            throw new IllegalStateException(way.name() + " has no answer");
        }
        return nanos;
    }

    private List<Times> fresh() {
        return ways.stream().map(way -> new Times(way.name())).toList();
    }
}
