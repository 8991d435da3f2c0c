package org.clientele.customer;

/**
 * What became of the customer users of one source when their customer got another ID.
 *
 * @param source the slot
 * @param number how many were moved to the new ID
 * @param rest whether others name the former ID still
 */
public record MovedCustomerUsers(String source, long number, Rest rest) {

    /** Whether customer users name the former ID still. */
    public enum Rest {
        /** Nobody does. */
        NONE,
        /** Somebody does, and the source takes no changes: they are changed where they come from. */
        READ_ONLY,
        /** Somebody does, and the storage refuses the new ID for him. */
        REFUSED,
        /** The source takes no changes and could not be asked. */
        UNKNOWN,
        /** The source could not be asked, or was not done in time: the directory goes on by itself. */
        UNFINISHED
    }
}
