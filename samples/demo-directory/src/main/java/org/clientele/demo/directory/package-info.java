@NullMarked
package org.clientele.demo.directory;

import org.jspecify.annotations.NullMarked;
