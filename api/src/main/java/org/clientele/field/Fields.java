package org.clientele.field;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the variables that have a meaning of their own, and values by variable. */
public final class Fields {
    public static final String LOGIN = "UserLogin";
    public static final String PASSWORD = "UserPassword";
    public static final String EMAIL = "UserEmail";
    public static final String CUSTOMER = "UserCustomerID";
    public static final String FURTHER_CUSTOMERS = "UserCustomerIDs";
    public static final String COMMENT = "UserComment";
    public static final String VALIDITY = "ValidID";
    public static final String CUSTOMER_ID = "CustomerID";
    public static final String CUSTOMER_NAME = "CustomerCompanyName";
    public static final String CUSTOMER_COMMENT = "CustomerCompanyComment";

    private static final Set<String> IDS = Set.of(LOGIN, CUSTOMER_ID);

    private Fields() {}

    /**
     * The fields that are written: of several with the same storage the one that names the record, else the first. The others
     * show what it stores. The password is set in its own way and is not among them.
     */
    public static List<Field> written(List<Field> fields) {
        return fields.stream()
                .filter(field -> !isPassword(field) && writer(field, fields).equals(field))
                .toList();
    }

    /** The field that writes the storage of {@code field}: itself, or another one of {@code fields}. */
    public static Field writer(Field field, List<Field> fields) {
        return fields.stream()
                .filter(other -> other.storage().equalsIgnoreCase(field.storage()))
                .min(Comparator.comparing(other -> !IDS.contains(other.variable())))
                .orElse(field);
    }

    /** Whether a field holds passwords, which nobody ever reads. */
    public static boolean isPassword(Field field) {
        return field.variable().equalsIgnoreCase(PASSWORD);
    }

    /** An unmodifiable copy that keeps the order of {@code fields}. */
    public static Map<String, List<String>> copyOf(Map<String, List<String>> fields) {
        Map<String, List<String>> copy = new LinkedHashMap<>(2 * fields.size());
        fields.forEach((variable, values) -> copy.put(variable, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
