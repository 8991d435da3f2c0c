/**
 * Proofs of who somebody is, for portals and other bundles that let customer users in. The entry points are the services
 * {@link org.clientele.authentication.Authentication} for logins and passwords and
 * {@link org.clientele.authentication.CustomerUserTokens} for links that are sent by e-mail.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.authentication;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
