/** The groups: their list, their form, their members. */
@NullMarked
package org.clientele.admin.group;

import org.jspecify.annotations.NullMarked;
