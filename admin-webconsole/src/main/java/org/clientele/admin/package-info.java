/** The management screens: plug-ins of the web console, one per kind of record. */
@NullMarked
package org.clientele.admin;

import org.jspecify.annotations.NullMarked;
