package org.clientele.benchmarks;

import java.time.Duration;

/**
 * What a benchmark works with.
 *
 * @param database with {@code rows} customer users
 * @param registry where sources find their data sources
 * @param rows how many people the large table has
 * @param time how long each comparison is measured
 * @param report where results go
 */
record Stage(Database database, Registry registry, int rows, Duration time, Report report) {

    Jdbc jdbc() {
        return new Jdbc(database.pool());
    }

    /** Some person of the table, another one in each round. */
    Person person(int round) {
        return Person.number(new Chance(round).below(rows, 20));
    }
}
