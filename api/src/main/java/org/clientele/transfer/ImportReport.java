package org.clientele.transfer;

/**
 * How many rows of a file became what. Blank rows do not count.
 *
 * @param added customer users that are new
 * @param changed customer users that were changed
 * @param unchanged customer users who were as the file says already
 * @param refused rows that a rule or the storage refused
 * @param uncertain 1 if the answer of the source was lost, for the row at which the import ended; else 0
 * @param notReached rows that were not tried, because the import ended before: they are not in
 */
public record ImportReport(long added, long changed, long unchanged, long refused, long uncertain, long notReached) {
    /** No row yet. */
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, 0, 0);

    /** All rows. */
    public long rows() {
        return added + changed + unchanged + refused + uncertain + notReached;
    }

    /** The same and one row more. */
    public ImportReport plus(RowResult.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> new ImportReport(added + 1, changed, unchanged, refused, uncertain, notReached);
            case CHANGED -> new ImportReport(added, changed + 1, unchanged, refused, uncertain, notReached);
            case UNCHANGED -> new ImportReport(added, changed, unchanged + 1, refused, uncertain, notReached);
            case REFUSED -> new ImportReport(added, changed, unchanged, refused + 1, uncertain, notReached);
            case UNCERTAIN -> new ImportReport(added, changed, unchanged, refused, uncertain + 1, notReached);
            case STOPPED -> new ImportReport(added, changed, unchanged, refused, uncertain, notReached + 1);
        };
    }
}
