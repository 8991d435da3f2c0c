package org.clientele.spi;

/**
 * That customer users shall belong to another customer ID, because their customer has it from now on.
 *
 * @param from the customer ID that they name now
 * @param to the customer ID that they shall name
 * @param anyCase whether {@code from} is meant in upper and lower case alike, or exactly as it is
 * @param actor who does it, for audit columns
 */
public record CustomerMove(String from, String to, boolean anyCase, String actor) {

    /** Whether a customer user who names this customer ID has to be moved. */
    public boolean concerns(String customerId) {
        return !customerId.equals(to)
                && (anyCase ? OrderKey.of(customerId).equals(OrderKey.of(from)) : customerId.equals(from));
    }
}
