/**
 * The relations between customer users, customers and groups. One overview and one matrix serve them all; what a relation is about
 * stands in its {@link org.clientele.admin.relation.Relation}.
 */
@NullMarked
package org.clientele.admin.relation;

import org.jspecify.annotations.NullMarked;
