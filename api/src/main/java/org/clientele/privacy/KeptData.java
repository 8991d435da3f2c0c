package org.clientele.privacy;

/**
 * How much the directory itself keeps of a person.
 *
 * @param preferences how many preferences
 * @param tokens how many tokens that were not used
 * @param permissions how many permissions that were given to the person
 * @param assignments how many customers that were assigned
 * @param formerReferences how many references to persons who are gone name the same login; what hangs on them is counted too
 * @param auditEntries how many entries of the audit are about the person; their personal values go, the entries stay. No more than
 *     {@value #MOST_COUNTED} are counted
 */
public record KeptData(
        int preferences, int tokens, int permissions, int assignments, int formerReferences, int auditEntries) {

    /** The most entries of the audit that are counted. */
    public static final int MOST_COUNTED = 10_000;
}
