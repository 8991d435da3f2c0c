package org.clientele.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of the variables that have a meaning of their own, and values by variable. */
public final class Fields {
    public static final String LOGIN = "UserLogin";
    public static final String PASSWORD = "UserPassword";
    public static final String EMAIL = "UserEmail";
    public static final String CUSTOMER = "UserCustomerID";
    public static final String COMMENT = "UserComment";
    public static final String VALIDITY = "ValidID";
    public static final String CUSTOMER_ID = "CustomerID";
    public static final String CUSTOMER_NAME = "CustomerCompanyName";
    public static final String CUSTOMER_COMMENT = "CustomerCompanyComment";

    private Fields() {}

    /** An unmodifiable copy that keeps the order of {@code fields}. */
    public static Map<String, List<String>> copyOf(Map<String, List<String>> fields) {
        Map<String, List<String>> copy = new LinkedHashMap<>(2 * fields.size());
        fields.forEach((variable, values) -> copy.put(variable, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
