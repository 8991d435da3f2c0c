package org.clientele.backend.ldap;

/** How many entries a server is asked for at a time: fewer once it has agreed to fewer alone. For any thread. */
final class PageSize {
    private volatile int entries;

    PageSize(int entries) {
        this.entries = entries;
    }

    int entries() {
        return entries;
    }

    /** That a server delivered so many at a time, after it had refused to deliver more. */
    void agreed(int fewer) {
        // others may have learned it meanwhile
        entries = Math.min(entries, fewer);
    }
}
