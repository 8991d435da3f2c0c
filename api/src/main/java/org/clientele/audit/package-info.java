/**
 * Who changed what, when and from where, and what became of it. For callers; the entry point is the service
 * {@link org.clientele.audit.AuditLog}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
