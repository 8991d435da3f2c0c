/** The test of a source, of one that is configured and of a draft. */
@NullMarked
package org.clientele.admin.source;

import org.jspecify.annotations.NullMarked;
