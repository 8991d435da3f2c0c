/**
 * For authors of back ends. An author implements {@link org.clientele.spi.CustomerUserSource} or
 * {@link org.clientele.spi.CustomerSource}, adds {@link org.clientele.spi.WritableSource} and further small interfaces as
 * his storage allows, and registers one service per configuration, which {@link org.clientele.spi.ConfiguredSources} does for
 * him. Order, merge, rules, caching and ownership are not his concern.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
