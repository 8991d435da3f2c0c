package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Fields that belong together. The map of the source decides the order, inside a section and of the sections.
 *
 * @param <F> how a field is shown
 * @param key the name of the section among the words
 */
public record Section<F>(String key, List<F> fields) {
    private static final String OTHERS = "others";
    private static final Map<String, String> KEYS = Map.ofEntries(
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

    public Section {
        fields = List.copyOf(fields);
    }

    static <F> List<Section<F>> of(List<F> fields, Function<F, String> variable) {
        Map<String, List<F>> sections = new LinkedHashMap<>();
        for (F field : fields) {
            sections.computeIfAbsent(KEYS.getOrDefault(variable.apply(field), OTHERS), key -> new ArrayList<>())
                    .add(field);
        }
        return sections.entrySet().stream()
                .map(entry -> new Section<>(entry.getKey(), entry.getValue()))
                .toList();
    }
}
