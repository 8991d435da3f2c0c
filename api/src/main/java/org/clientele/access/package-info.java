/**
 * Who may do what: groups, the permissions that customer users and customers have in them, and what follows from both for a
 * person, with the reasons. For callers; the entry points are the services {@link org.clientele.access.Groups},
 * {@link org.clientele.access.Permissions}, {@link org.clientele.access.Assignments} and
 * {@link org.clientele.access.EffectivePermissions}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
