@NullMarked
package org.clientele.backend.ldap;

import org.jspecify.annotations.NullMarked;
