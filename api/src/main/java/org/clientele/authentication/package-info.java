/**
 * Signing in, for portals and other bundles that let customer users in. The entry point is the service
 * {@link org.clientele.authentication.Authentication}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.authentication;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
