package org.clientele.testkit;

import org.clientele.Validity;

/**
 * A customer to put into a storage before a test.
 *
 * @param customerId never empty
 * @param name never empty; several customers of one test may have the same
 * @param validity to be stored as the storage can
 */
public record TestCustomer(String customerId, String name, Validity validity) {}
