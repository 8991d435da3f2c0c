/** The search language: text to tree and back. */
@NullMarked
package org.clientele.internal.search;

import org.jspecify.annotations.NullMarked;
