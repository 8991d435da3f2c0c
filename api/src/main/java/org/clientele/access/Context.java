package org.clientele.access;

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

    /** The word for it in configurations, addresses and JSON. */
    public String key() {
        return key;
    }
}
