/**
 * Customers, the companies that customer users belong to, for callers. The entry point is the service
 * {@link org.clientele.customer.Customers}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.customer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
