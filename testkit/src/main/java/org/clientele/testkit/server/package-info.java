/**
 * Real servers for tests: private ones of the system's packages, on free loopback ports, with their data in a temporary
 * directory.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.testkit.server;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
