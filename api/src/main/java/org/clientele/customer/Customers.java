package org.clientele.customer;

import org.clientele.Directory;
import org.osgi.annotation.versioning.ProviderType;

/** The customers (companies) of all customer sources. An OSGi service. */
@ProviderType
public interface Customers extends Directory<Customer> {}
