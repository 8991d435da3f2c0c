package org.clientele.admin.privacy;

import org.clientele.admin.web.Exchange;
import org.clientele.privacy.AnonymisationPlan;

/**
 * What an administrator has filled in.
 *
 * @param neutralName the new login
 * @param keepLogin whether the login stays
 * @param confirmation the login, typed to confirm it
 */
public record Wish(String neutralName, boolean keepLogin, String confirmation) {
    public static final String NAME = "neutralName";
    public static final String CHOICE = "loginChoice";
    public static final String CONFIRMATION = "confirmation";
    public static final String KEEP = "keep";
    public static final String REPLACE = "replace";

    static Wish of(Exchange exchange) {
        return new Wish(exchange.text(NAME).strip(), exchange.text(CHOICE).equals(KEEP), exchange.text(CONFIRMATION));
    }

    /** What a plan offers. */
    static Wish of(AnonymisationPlan plan) {
        return new Wish(plan.neutralName(), !plan.replacesLogin(), "");
    }
}
