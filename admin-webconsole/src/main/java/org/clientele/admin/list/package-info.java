/** The overview of a directory, its JSON twin and the look-up of one record. */
@NullMarked
package org.clientele.admin.list;

import org.jspecify.annotations.NullMarked;
