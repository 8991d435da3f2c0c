/** What a customer user may do, and why, below his record. */
@NullMarked
package org.clientele.admin.effective;

import org.jspecify.annotations.NullMarked;
