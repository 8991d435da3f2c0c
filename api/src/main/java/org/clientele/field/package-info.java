/** What a source says about its fields, one value per row of its map; for callers and for authors of back ends. */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.field;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
