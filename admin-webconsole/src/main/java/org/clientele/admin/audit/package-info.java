/** What was changed: its list, and its files. */
@NullMarked
package org.clientele.admin.audit;

import org.jspecify.annotations.NullMarked;
