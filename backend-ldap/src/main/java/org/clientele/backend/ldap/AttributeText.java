package org.clientele.backend.ldap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attributes whose values directories keep in a form of their own, and what they say. */
final class AttributeText {
    private static final String SMTP = "smtp:";
    private static final List<String> POSTAL = List.of("postalAddress", "homePostalAddress", "registeredAddress");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:24|5[Cc])");

    private AttributeText() {}

    /** Whether values are not read as the server keeps them, so that the server cannot look for them. */
    static boolean isReadOtherwise(String attribute) {
        return isTarget(attribute) || isPostal(attribute) || BinaryAttributes.isBinary(attribute);
    }

    /** What a value says. */
    static String of(String attribute, String stored) {
        if (isTarget(attribute)) {
            return withoutProtocol(stored);
        }
        return isPostal(attribute) ? lines(stored) : stored;
    }

    /** Of Microsoft Exchange, with the protocol before the address. */
    private static boolean isTarget(String attribute) {
        return attribute.equalsIgnoreCase("targetaddress");
    }

    private static boolean isPostal(String attribute) {
        // no stream: this is asked for every value
        for (String name : POSTAL) {
            if (name.equalsIgnoreCase(attribute)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutProtocol(String address) {
        return address.regionMatches(true, 0, SMTP, 0, SMTP.length()) ? address.substring(SMTP.length()) : address;
    }

    /** RFC 4517, 3.3.28: a dollar sign between lines; in a line, {@code \24} is a dollar sign and {@code \5C} a backslash. */
    private static String lines(String address) {
        return ESCAPED.matcher(address.replace('$', '\n'))
                .replaceAll(escaped -> Matcher.quoteReplacement(escaped.group().equals("\\24") ? "$" : "\\"));
    }
}
