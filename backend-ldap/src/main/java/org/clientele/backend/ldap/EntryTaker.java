package org.clientele.backend.ldap;

import org.apache.directory.api.ldap.model.entry.Entry;

/** Takes the entries that a search finds. */
interface EntryTaker {
    /** @param whole whether the entry has all attributes that are wanted of it, and not the keys alone */
    void take(Entry entry, boolean whole);
}
