/**
 * Proofs of who somebody is, for bundles that let customer users in. The entry point for links that are sent by e-mail is the
 * service {@link org.clientele.authentication.CustomerUserTokens}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.authentication;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
