package org.clientele.backend.ldap;

import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.filter.BranchNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.FilterParser;
import org.apache.directory.api.ldap.model.filter.SubstringNode;
import org.clientele.spi.Settings;

/** Reads the filters of a configuration; whatever is wrong with one becomes a finding. */
final class FilterReader {
    private final Settings settings;
    private final ValueCharset charset;

    FilterReader(Settings settings, ValueCharset charset) {
        this.settings = settings;
        this.charset = charset;
    }

    /** The filter of a key, empty if that matches everything; {@code absent} is taken where the key is missing. */
    Optional<ExprNode> read(String key, String absent, String example) {
        String filter = settings.text(key, absent);
        if (filter.isEmpty()) {
            return Optional.empty();
        }
        try {
            requireOneFilter(filter);
            ExprNode node = Objects.requireNonNull(FilterParser.parse(charset.escaped(filter)));
            if (!charset.isUtf8() && hasForeignPart(node)) {
                settings.error(
                        key,
                        "has a value with a star and a character beyond ASCII, which is not possible in this sourceCharset");
            }
            return Optional.of(node);
        } catch (ParseException | RuntimeException e) {
            // the parser answers some bad filters with nothing, or trips over them
            settings.error(key, "is no LDAP filter; write one in parentheses, for example " + example);
            return Optional.empty();
        }
    }

    /** The library writes parts of values in UTF-8 whatever they were. */
    private static boolean hasForeignPart(ExprNode node) {
        if (node instanceof BranchNode branch) {
            return branch.getChildren().stream().anyMatch(FilterReader::hasForeignPart);
        }
        return node instanceof SubstringNode parts
                && Stream.concat(Stream.of(parts.getInitial(), parts.getFinal()), parts.getAny().stream())
                        .filter(Objects::nonNull)
                        .anyMatch(part -> part.chars().anyMatch(c -> c > 0x7f));
    }

    /** The parser leaves out whatever follows the first filter. A value holds no parenthesis: there it is written \28. */
    private static void requireOneFilter(String filter) throws ParseException {
        int depth = 0;
        for (int at = 0; at < filter.length(); at++) {
            char c = filter.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && at < filter.length() - 1) {
                throw new ParseException("The filter ends before the text does", at);
            }
        }
    }
}
