/** The way into the store for benchmarks. */
@NullMarked
package org.clientele.store;

import org.jspecify.annotations.NullMarked;
