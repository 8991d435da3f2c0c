@NullMarked
package org.clientele.store;

import org.jspecify.annotations.NullMarked;
