/** What is known about a person, to be handed out or wiped. */
@NullMarked
package org.clientele.admin.privacy;

import org.jspecify.annotations.NullMarked;
