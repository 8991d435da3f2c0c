package org.clientele.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.field.Fields;

/** The customers that a customer user acts for, as his own record names them. */
final class CustomerIds {
    /** The first of these that a text has separates it; the others belong to the IDs. */
    private static final List<String> SEPARATORS = List.of(";", ",", "|");

    private CustomerIds() {}

    /** The primary customer unless it is left out, then the further ones; each once. */
    static Set<String> of(Map<String, List<String>> fields, boolean withoutPrimary) {
        Stream<String> primary =
                withoutPrimary ? Stream.of() : fields.getOrDefault(Fields.CUSTOMER, List.of()).stream();
        Stream<String> further = fields.getOrDefault(Fields.FURTHER_CUSTOMERS, List.of()).stream()
                .flatMap(CustomerIds::parts);
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(primary, further)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        return Collections.unmodifiableSet(ids);
    }

    private static Stream<String> parts(String text) {
        return SEPARATORS.stream()
                .filter(text::contains)
                .findFirst()
                .map(separator -> Arrays.stream(text.split(Pattern.quote(separator))))
                .orElse(Stream.of(text));
    }
}
