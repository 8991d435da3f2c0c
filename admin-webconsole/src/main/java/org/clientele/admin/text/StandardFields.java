package org.clientele.admin.text;

import java.util.Map;
import java.util.Optional;

/** The fields of the maps that back ends have by default, in the groups in which records show them. */
public final class StandardFields {
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("UserTitle", "person"),
            Map.entry("UserFirstname", "person"),
            Map.entry("UserLastname", "person"),
            Map.entry("UserLogin", "account"),
            Map.entry("UserPassword", "account"),
            Map.entry("UserEmail", "account"),
            Map.entry("UserCustomerID", "account"),
            Map.entry("UserPhone", "phone"),
            Map.entry("UserFax", "phone"),
            Map.entry("UserMobile", "phone"),
            Map.entry("UserStreet", "address"),
            Map.entry("UserZip", "address"),
            Map.entry("UserCity", "address"),
            Map.entry("UserCountry", "address"),
            Map.entry("UserAddress", "address"),
            Map.entry("UserComment", "notes"),
            Map.entry("ValidID", "notes"),
            Map.entry("CustomerID", "company"),
            Map.entry("CustomerCompanyName", "company"),
            Map.entry("CustomerCompanyStreet", "address"),
            Map.entry("CustomerCompanyZIP", "address"),
            Map.entry("CustomerCompanyCity", "address"),
            Map.entry("CustomerCompanyCountry", "address"),
            Map.entry("CustomerCompanyURL", "web"),
            Map.entry("CustomerCompanyComment", "notes"));

    private StandardFields() {}

    /** The group of a field, a word among the words; empty if no default map has it. */
    public static Optional<String> group(String variable) {
        return Optional.ofNullable(GROUPS.get(variable));
    }
}
