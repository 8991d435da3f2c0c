/** The edge of the screens: requests, answers, and what keeps them safe. */
@NullMarked
package org.clientele.admin.web;

import org.jspecify.annotations.NullMarked;
