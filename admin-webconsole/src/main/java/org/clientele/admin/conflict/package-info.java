/** What does not fit together among customer users. */
@NullMarked
package org.clientele.admin.conflict;

import org.jspecify.annotations.NullMarked;
