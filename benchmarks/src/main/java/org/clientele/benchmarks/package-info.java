/** Speed, measured next to the floor in one run: see docs/performance.md. */
@NullMarked
package org.clientele.benchmarks;

import org.jspecify.annotations.NullMarked;
