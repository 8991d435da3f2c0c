@NullMarked
package org.clientele.samples.csv;

import org.jspecify.annotations.NullMarked;
