/** Karaf commands for customer users and customers. A command parses its line, makes one call and prints the answer. */
@NullMarked
package org.clientele.shell;

import org.jspecify.annotations.NullMarked;
