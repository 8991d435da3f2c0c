package org.clientele.audit;

/**
 * A thing that a change is about.
 *
 * @param id by which people know it, as it was at that time: a login, a customer ID, the name of a group or of a slot
 */
public record AuditSubject(AuditEntity entity, String id) {

    public static AuditSubject customerUser(String login) {
        return new AuditSubject(AuditEntity.CUSTOMER_USER, login);
    }

    public static AuditSubject customer(String customerId) {
        return new AuditSubject(AuditEntity.CUSTOMER, customerId);
    }

    public static AuditSubject group(String name) {
        return new AuditSubject(AuditEntity.GROUP, name);
    }

    public static AuditSubject source(String slot) {
        return new AuditSubject(AuditEntity.SOURCE, slot);
    }
}
