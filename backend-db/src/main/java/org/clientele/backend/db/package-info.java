@NullMarked
package org.clientele.backend.db;

import org.jspecify.annotations.NullMarked;
