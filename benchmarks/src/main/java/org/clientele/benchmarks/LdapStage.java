package org.clientele.benchmarks;

import java.time.Duration;
import org.clientele.testkit.server.OpenLdapServer;

/**
 * What a benchmark of directories works with.
 *
 * @param server with {@code entries} people, in {@link LdapPeople#UNITS} parts
 * @param registry where sources are registered
 * @param entries how many people the server has
 * @param time how long each comparison is measured
 * @param report where results go
 */
record LdapStage(OpenLdapServer server, Registry registry, int entries, Duration time, Report report) {

    /** Some person of the server, another one in each round. */
    Person person(int round) {
        return Person.number(new Chance(round).below(entries, 20));
    }
}
