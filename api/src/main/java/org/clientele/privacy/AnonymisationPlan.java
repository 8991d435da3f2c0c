package org.clientele.privacy;

import java.util.List;

/**
 * What anonymising a customer user does.
 *
 * @param login the login, as stored
 * @param name the name for people, may be empty
 * @param source the slot of the source
 * @param version of the record, see {@link Anonymisation#version}
 * @param writable whether the record can be wiped; else only what the directory keeps is
 * @param loginChangeable whether the customer user can have another login
 * @param loginPersonal whether the login may tell who it is: it does not look like a generated one
 * @param neutralName a generated login that is offered, made anew for every plan
 * @param fields what becomes of the record, in the order of the map; fields that are empty and stay so are left out
 * @param password whether there may be a password, which becomes a random one that nobody knows
 * @param kept what the directory keeps of the person; all of it goes
 * @param obstacles what stands in the way, or stays
 */
public record AnonymisationPlan(
        String login,
        String name,
        String source,
        String version,
        boolean writable,
        boolean loginChangeable,
        boolean loginPersonal,
        String neutralName,
        List<FieldPlan> fields,
        boolean password,
        KeptData kept,
        List<Obstacle> obstacles) {

    public AnonymisationPlan {
        fields = List.copyOf(fields);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether the login is replaced unless somebody wants to keep it. */
    public boolean replacesLogin() {
        return loginChangeable && loginPersonal;
    }

    /** Whether nothing can be anonymised at the moment. */
    public boolean blocked() {
        return obstacles.stream().anyMatch(obstacle -> obstacle.kind().blocks());
    }
}
