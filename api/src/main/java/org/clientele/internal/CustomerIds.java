package org.clientele.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerMove;

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

    /** The customers that a text lists. */
    static List<String> listed(String text) {
        return parts(text).map(String::strip).filter(id -> !id.isEmpty()).toList();
    }

    /**
     * A text that lists the same customers, but for one that has another ID now. Blanks around the others stay.
     *
     * @return empty if one of the IDs has what would have to separate them
     */
    static Optional<String> replaced(String text, CustomerMove move) {
        List<String> parts = parts(text)
                .map(part -> move.concerns(part.strip()) ? part.replace(part.strip(), move.to()) : part)
                .toList();
        Stream<String> wanted = Stream.concat(separator(text).stream(), SEPARATORS.stream());
        Stream<String> texts = wanted.map(separator -> String.join(separator, parts))
                // one customer whose ID has a separator is a list, unless another one follows
                .flatMap(joined ->
                        Stream.concat(Stream.of(joined), SEPARATORS.stream().map(joined::concat)));
        List<String> expected = parts.stream().map(String::strip).toList();
        return texts.filter(joined -> parts(joined).map(String::strip).toList().equals(expected))
                .findFirst();
    }

    private static Stream<String> parts(String text) {
        return separator(text)
                .map(separator -> Arrays.stream(text.split(Pattern.quote(separator))))
                .orElse(Stream.of(text));
    }

    private static Optional<String> separator(String text) {
        return SEPARATORS.stream().filter(text::contains).findFirst();
    }
}
