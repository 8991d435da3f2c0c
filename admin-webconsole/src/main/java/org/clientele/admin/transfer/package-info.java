/** Lists as files, and customer users from files. */
@NullMarked
package org.clientele.admin.transfer;

import org.jspecify.annotations.NullMarked;
