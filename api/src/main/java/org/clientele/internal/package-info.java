@NullMarked
package org.clientele.internal;

import org.jspecify.annotations.NullMarked;
