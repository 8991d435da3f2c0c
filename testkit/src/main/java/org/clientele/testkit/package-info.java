/**
 * For authors of back ends: the contract as tests to extend. {@link org.clientele.testkit.CustomerUserSourceContract} is for
 * every source of customer users, {@link org.clientele.testkit.WritableSourceContract} and
 * {@link org.clientele.testkit.ExtensibleSourceContract} for those that can more,
 * {@link org.clientele.testkit.CustomerSourceContract} for sources of customers. An author says how his storage is filled
 * ({@link org.clientele.testkit.SourceUnderTest}), hands out a source over it and can take the storage away
 * ({@link org.clientele.testkit.Fixture}), and declares what it cannot keep ({@link org.clientele.testkit.Deviation}). See
 * {@code docs/writing-a-back-end.md}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
