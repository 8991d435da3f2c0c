package org.clientele.spi;

import java.util.Comparator;

/**
 * The order of lists: the id in lower case, compared by code point. A storage computes its keys itself, with its own idea of
 * lower case; this is the one for storages that have none.
 */
public final class OrderKey {

    /** Compares by code point, which differs from {@link String#compareTo} beyond U+FFFF. */
    public static final Comparator<String> COMPARATOR = OrderKey::compareCodePoints;

    private OrderKey() {}

    /** The key of an id: each code point in lower case by itself, without regard to language or neighbours. */
    public static String of(String id) {
        return id.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
                return mixed
                        ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
