/**
 * The customer-user directory for its callers: screens, commands and other bundles that look people up, list and manage
 * them. The entry point is the service {@link org.clientele.CustomerUsers}.
 *
 * <p>All types are immutable values or services that any thread may call. Nothing is {@code null} unless a method says so.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
