package org.clientele.admin.web;

import java.util.List;

/**
 * What tells the screens of one plug-in from those of another.
 *
 * @param label the first segment of all paths
 * @param idParameter the parameter that names a record, empty for screens without records of their own
 * @param idVariable the field that holds the id, empty for records without a map
 * @param words the prefix of its words
 * @param role what somebody needs who changes anything there
 */
public record Kind(String label, String idParameter, String idVariable, String words, Role role) {
    public static final Kind USERS =
            new Kind("customer-users", "login", "UserLogin", "users", Role.MANAGE_CUSTOMER_USERS);
    public static final Kind CUSTOMERS =
            new Kind("customers", "customerId", "CustomerID", "customers", Role.MANAGE_CUSTOMERS);
    public static final Kind GROUPS = new Kind("groups", "group", "", "groups", Role.MANAGE_CUSTOMERS);
    public static final Kind USERS_CUSTOMERS = relation("customer-users-customers", "usersCustomers");
    public static final Kind USERS_GROUPS = relation("customer-users-groups", "usersGroups");
    public static final Kind CUSTOMERS_GROUPS = relation("customers-groups", "customersGroups");

    /** Nothing is changed there. */
    public static final Kind AUDIT = new Kind("customer-user-audit", "", "", "audit", Role.MANAGE_CUSTOMER_USERS);

    /** All of them, in the order in which they are offered. */
    public static final List<Kind> ALL =
            List.of(USERS, CUSTOMERS, GROUPS, USERS_CUSTOMERS, USERS_GROUPS, CUSTOMERS_GROUPS, AUDIT);

    private static Kind relation(String label, String words) {
        return new Kind(label, "", "", words, Role.MANAGE_CUSTOMER_USERS);
    }
}
