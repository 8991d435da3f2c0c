package org.clientele.admin.web;

/**
 * What tells the screens of customer users and of customers apart.
 *
 * @param label the first segment of all paths
 * @param idParameter the parameter that names a record
 * @param idVariable the field that holds the id
 * @param recordName the name of the JSON file of one record
 * @param words the prefix of its words
 */
public record Kind(String label, String idParameter, String idVariable, String recordName, String words) {
    public static final Kind USERS = new Kind("customer-users", "login", "UserLogin", "user", "users");
    public static final Kind CUSTOMERS = new Kind("customers", "customerId", "CustomerID", "customer", "customers");
}
