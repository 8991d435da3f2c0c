/** The forms that add and change a record. */
@NullMarked
package org.clientele.admin.form;

import org.jspecify.annotations.NullMarked;
