package org.clientele.audit;

/** What was to be done. */
public enum AuditAction {
    /** A customer user, customer or group is added. */
    ADD,
    /** Fields of one are changed; a password is one of them. */
    UPDATE,
    /** One gets another id, which is {@link AuditEntry#other}; other fields may be changed by the same. */
    RENAME,
    /** Permissions of a customer user or customer in the group that is {@link AuditEntry#other}. */
    PERMISSIONS,
    /** The customer that is {@link AuditEntry#other} is assigned to a customer user, or not any more. */
    ASSIGNMENT,
    /** A preference of a customer user. */
    PREFERENCE,
    /** A source gets a further field. */
    ADD_FIELD,
    /** The personal data of a customer user are wiped. */
    ANONYMISE,
    /** Everything that is known about a customer user leaves the directory. */
    EXPORT
}
