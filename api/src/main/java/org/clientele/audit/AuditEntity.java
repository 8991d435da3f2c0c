package org.clientele.audit;

/** What kind of thing a change is about. */
public enum AuditEntity {
    /** A customer user; its id is the login. */
    CUSTOMER_USER,
    /** A customer; its id is the customer ID. */
    CUSTOMER,
    /** A group; its id is the name. */
    GROUP,
    /** A source; its id is the name of the slot. */
    SOURCE
}
