package org.clientele.backend.ldap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.codec.api.DefaultConfigurableBinaryAttributeDetector;

/** Attributes whose values are bytes, which no character set turns into text. A client without a schema has to know them. */
final class BinaryAttributes {
    private static final String OPTION = ";binary";

    /** Those that the library knows, and those of Active Directory. */
    private static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(DefaultConfigurableBinaryAttributeDetector.DEFAULT_BINARY_ATTRIBUTES),
                    Stream.of(
                            "objectGUID",
                            "objectSid",
                            "sIDHistory",
                            "thumbnailPhoto",
                            "thumbnailLogo",
                            "mS-DS-ConsistencyGuid",
                            "msExchMailboxGuid",
                            "msExchArchiveGUID",
                            "logonHours"))
            .map(BinaryAttributes::lowerCase)
            .collect(Collectors.toUnmodifiableSet());

    private BinaryAttributes() {}

    /** Whether an attribute, which may have options, holds bytes. */
    static boolean isBinary(String attribute) {
        String name = lowerCase(attribute);
        int options = name.indexOf(';');
        return options < 0
                ? NAMES.contains(name)
                : NAMES.contains(name.substring(0, options)) || (name.substring(options) + ";").contains(OPTION + ";");
    }

    /** The name under which a server may send the attribute instead: with the option {@code binary}, or without it. */
    static String otherName(String attribute) {
        return lowerCase(attribute).endsWith(OPTION)
                ? attribute.substring(0, attribute.length() - OPTION.length())
                : attribute + OPTION;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
