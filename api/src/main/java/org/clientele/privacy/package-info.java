/**
 * Data protection: what is known about one person, and wiping it. For callers; the entry point is the service
 * {@link org.clientele.privacy.DataProtection}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
