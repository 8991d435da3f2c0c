/** For authors of back ends: the contract as tests to extend. */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
