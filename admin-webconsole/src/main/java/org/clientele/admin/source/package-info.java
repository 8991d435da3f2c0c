/** The test of a source. */
@NullMarked
package org.clientele.admin.source;

import org.jspecify.annotations.NullMarked;
