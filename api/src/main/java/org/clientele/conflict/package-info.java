/**
 * What does not fit together among customer users, and what can be done about it. The entry point is the service
 * {@link org.clientele.conflict.Conflicts}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.conflict;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
