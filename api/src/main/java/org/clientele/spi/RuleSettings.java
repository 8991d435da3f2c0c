package org.clientele.spi;

import java.util.Optional;

/**
 * Which rules the directory applies to records of a source.
 *
 * @param readOnly whether the source takes no additions and changes
 * @param uniqueEmail whether an e-mail address belongs to at most one customer user
 * @param companySupport whether the customer of a customer user must exist
 * @param generatedLoginPrefix the prefix of generated logins, empty if logins are not generated
 * @param withoutPrimaryCustomer whether the customer of a customer user is not among the customers that he acts for
 * @param adminSetsPreferences whether administrators see and change preferences of its customer users
 * @param uniqueness whether an addition elsewhere waits for this source's answer
 */
public record RuleSettings(
        boolean readOnly,
        boolean uniqueEmail,
        boolean companySupport,
        Optional<String> generatedLoginPrefix,
        boolean withoutPrimaryCustomer,
        boolean adminSetsPreferences,
        Uniqueness uniqueness) {

    /** Whether an addition, or a change of e-mail address, waits for this source. */
    public enum Uniqueness {
        /** It is refused while this source cannot be asked. */
        REQUIRED,
        /** It goes on without this source where it cannot be asked. */
        BEST_EFFORT
    }
}
