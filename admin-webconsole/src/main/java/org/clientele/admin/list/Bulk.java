package org.clientele.admin.list;

import java.util.Optional;

/**
 * What can be done to several records of a list at once.
 *
 * @param picked whether all records of the page are picked already
 * @param notice what was done before, empty for nothing
 */
public record Bulk(boolean picked, Optional<ValidityNotice> notice) {
    /** Nothing can be done, and nothing was. */
    public static final Bulk NONE = new Bulk(false, Optional.empty());
}
