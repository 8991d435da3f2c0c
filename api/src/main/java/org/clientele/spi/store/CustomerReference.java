package org.clientele.spi.store;

/**
 * A reference to a customer: everything that hangs on a customer hangs on its id.
 *
 * @param id the number of the reference
 * @param key the order key of the customer ID, see {@link org.clientele.spi.OrderKey#of}
 * @param customerId the customer ID as stored
 */
public record CustomerReference(long id, String key, String customerId) {}
