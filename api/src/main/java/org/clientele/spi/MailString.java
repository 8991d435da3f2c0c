package org.clientele.spi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Name and address of a person as a mail header takes them (RFC 5322, with the characters of RFC 6532): {@code "John Doe"
 * <john@example.com>}. Whatever a name contains, the result is one mailbox on one line.
 */
public final class MailString {
    /** An address of plain words; nothing in it has a meaning in a header. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\p{Z}\\p{Cc}()<>\\[\\]:;@\\\\,\"]+@[^\\p{Z}\\p{Cc}()<>\\[\\]:;@\\\\,\"]+");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private MailString() {}

    /**
     * Makes a mail string of the values of the list fields in their order.
     *
     * @param parts the first value of each list field; empty ones do not count
     * @return name and address if the last part is an address; the address alone, unquoted, if it is the only part; the parts
     *     joined by blanks, unquoted, if the last is no address; the empty text if there is no part
     */
    public static String of(List<String> parts) {
        List<String> filled = parts.stream()
                .map(MailString::onOneLine)
                .filter(part -> !part.isEmpty())
                .toList();
        int last = filled.size() - 1;
        if (last < 1 || !ADDRESS.matcher(filled.get(last)).matches()) {
            return String.join(" ", filled);
        }
        String name = filled.subList(0, last).stream().collect(Collectors.joining(" "));
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + filled.get(last) + ">";
    }

    private static String onOneLine(String part) {
        Matcher controls = CONTROLS.matcher(part);
        return (controls.find() ? controls.replaceAll(" ") : part).strip();
    }
}
