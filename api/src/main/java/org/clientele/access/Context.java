package org.clientele.access;

import java.util.Arrays;
import java.util.Optional;

/** What a customer's permission in a group is about. */
public enum Context {
    /** What belongs to the customer himself: the default. The reference calls it {@code Ticket::CustomerID::Same}. */
    SAME_CUSTOMER("same"),
    /** What belongs to other customers of the group. The reference calls it {@code Ticket::CustomerID::Other}. */
    OTHER_CUSTOMERS("other");

    private final String key;

    Context(String key) {
        this.key = key;
    }

    /** The word for it in configurations, addresses, JSON and the store. */
    public String key() {
        return key;
    }

    /** The context with a key, empty if there is none. */
    public static Optional<Context> of(String key) {
        return Arrays.stream(values())
                .filter(context -> context.key.equals(key))
                .findFirst();
    }
}
