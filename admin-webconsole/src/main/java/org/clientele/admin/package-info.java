@NullMarked
package org.clientele.admin;

import org.jspecify.annotations.NullMarked;
