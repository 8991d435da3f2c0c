@NullMarked
package org.clientele.shell;

import org.jspecify.annotations.NullMarked;
