package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.admin.text.StandardFields;

/**
 * Fields that belong together. The map of the source decides the order, inside a section and of the sections.
 *
 * @param <F> how a field is shown
 * @param key the name of the section among the words
 */
public record Section<F>(String key, List<F> fields) {
    private static final String OTHERS = "others";

    public Section {
        fields = List.copyOf(fields);
    }

    static <F> List<Section<F>> of(List<F> fields, Function<F, String> variable) {
        Map<String, List<F>> sections = new LinkedHashMap<>();
        for (F field : fields) {
            sections.computeIfAbsent(
                            StandardFields.group(variable.apply(field)).orElse(OTHERS), key -> new ArrayList<>())
                    .add(field);
        }
        return sections.entrySet().stream()
                .map(entry -> new Section<>(entry.getKey(), entry.getValue()))
                .toList();
    }
}
