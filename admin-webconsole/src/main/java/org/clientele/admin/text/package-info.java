/** The words of the screens in the language of the administrator. */
@NullMarked
package org.clientele.admin.text;

import org.jspecify.annotations.NullMarked;
