package org.clientele.testkit;

/** A way in which a storage cannot keep the contract. What is not here is not accepted; what is declared has to be so. */
public enum Deviation {
    /** Texts that differ only in runs of blanks, or in blanks at their ends, are the same (LDAP). */
    FOLDS_BLANKS,
    /** Blanks at the ends of a value are not stored. */
    TRIMS_VALUES,
    /** Characters beyond U+FFFF cannot be stored. */
    BASIC_PLANE_ONLY,
    /** Whoever is not valid is {@link org.clientele.Validity#INVALID}, nobody invalid for a while (LDAP). */
    VALID_OR_INVALID,
    /** Everybody is valid. */
    ALWAYS_VALID
}
