package org.clientele.privacy;

import org.clientele.Actor;

/**
 * That a customer user shall be anonymised.
 *
 * @param login the login now
 * @param neutralName what stands for the person from now on where something has to: the new login, and the first part of the
 *     e-mail address; see {@link AnonymisationPlan#neutralName}
 * @param keepLogin whether the login stays as it is
 * @param version the {@link AnonymisationPlan#version} of the plan that somebody has seen
 * @param actor who does it
 */
public record Anonymisation(String login, String neutralName, boolean keepLogin, String version, Actor actor) {

    /** What a plan offers. */
    public static Anonymisation asPlanned(AnonymisationPlan plan, Actor actor) {
        return new Anonymisation(plan.login(), plan.neutralName(), !plan.replacesLogin(), plan.version(), actor);
    }
}
