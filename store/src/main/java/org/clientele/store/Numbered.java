package org.clientele.store;

/** A row that others refer to by its number. */
interface Numbered {
    long id();
}
