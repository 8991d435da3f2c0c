package org.clientele.backend.ldap;

/** How many entries a server is asked for at a time: fewer once it has refused so many. For any thread. */
final class PageSize {
    private volatile int entries;

    PageSize(int entries) {
        this.entries = entries;
    }

    int entries() {
        return entries;
    }

    /**
     * That a server refused to deliver so many at a time.
     *
     * @return whether it can be asked for fewer
     */
    boolean refused(int tooMany) {
        if (tooMany < 2) {
            return false;
        }
        // others may have learned it meanwhile
        entries = Math.min(entries, tooMany / 2);
        return true;
    }
}
