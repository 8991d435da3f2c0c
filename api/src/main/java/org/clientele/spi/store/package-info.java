/** What the directory needs of its own store; implemented by the bundle {@code org.clientele.store}, not by back ends. */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.spi.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
