package org.clientele.backend.ldap;

import java.util.Collection;

/**
 * The attributes that are wanted of entries.
 *
 * @param all of few entries
 * @param keys of many, of which these tell the few that are kept
 */
record Wanted(Collection<String> all, Collection<String> keys) {

    /** The same of any number. */
    static Wanted of(Collection<String> attributes) {
        return new Wanted(attributes, attributes);
    }

    /** Whether less is wanted of many entries. */
    boolean differ() {
        return keys.size() < all.size();
    }
}
