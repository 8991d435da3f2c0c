package org.clientele.access;

import java.util.Optional;

/**
 * Why somebody has a permission.
 *
 * @param kind what it follows from
 * @param customerId the customer through whom, empty if it is through none
 */
public record Reason(Kind kind, Optional<String> customerId) {

    /** What a permission follows from. */
    public enum Kind {
        /** Group support is off. */
        EVERYBODY,
        /** It was given to the person. */
        DIRECT,
        /** It was given to a customer that the person acts for. */
        CUSTOMER,
        /** Every customer user has it. */
        ALWAYS,
        /** Every customer has it, one that the person acts for among them. */
        CUSTOMER_ALWAYS
    }

    /** A reason in which no customer has a part. */
    public static Reason of(Kind kind) {
        return new Reason(kind, Optional.empty());
    }

    /** A reason through a customer. */
    public static Reason through(Kind kind, String customerId) {
        return new Reason(kind, Optional.of(customerId));
    }
}
