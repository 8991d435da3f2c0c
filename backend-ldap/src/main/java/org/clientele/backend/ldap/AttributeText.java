package org.clientele.backend.ldap;

import java.util.Locale;
import java.util.Set;

/** Attributes whose values directories keep in a form of their own, and what they say. */
final class AttributeText {
    private static final String SMTP = "smtp:";
    private static final Set<String> POSTAL = Set.of("postaladdress", "homepostaladdress", "registeredaddress");

    private AttributeText() {}

    /** Whether values are not read as the server keeps them, so that the server cannot look for them. */
    static boolean isReadOtherwise(String attribute) {
        return isTarget(attribute) || isPostal(attribute);
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
        return POSTAL.contains(attribute.toLowerCase(Locale.ROOT));
    }

    private static String withoutProtocol(String address) {
        return address.regionMatches(true, 0, SMTP, 0, SMTP.length()) ? address.substring(SMTP.length()) : address;
    }

    /** RFC 4517, 3.3.28: a dollar sign between lines; in a line, {@code \24} is a dollar sign and {@code \5C} a backslash. */
    private static String lines(String address) {
        return address.replace('$', '\n')
                .replace("\\24", "$")
                .replace("\\5C", "\\")
                .replace("\\5c", "\\");
    }
}
