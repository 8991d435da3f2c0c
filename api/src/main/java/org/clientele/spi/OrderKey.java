package org.clientele.spi;

import java.util.Comparator;
import java.util.Locale;

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
        // without a stream, because a directory asks for the key of each entry that passes by
        StringBuilder key = new StringBuilder(id.length());
        for (int at = 0; at < id.length(); at = id.offsetByCodePoints(at, 1)) {
            key.appendCodePoint(Character.toLowerCase(id.codePointAt(at)));
        }
        return key.toString();
    }

    /**
     * Whether storages differ about the lower case of an id, because it has a letter whose lower case depends on its neighbours
     * or is more than one character: {@code Σ} at the end of a word, {@code İ}. To one storage two such ids are the same, to
     * another they are not.
     */
    public static boolean isAmbiguous(String id) {
        return !of(id).equals(id.toLowerCase(Locale.ROOT));
    }

    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                int start = startOfCodePoint(left, right, i);
                return Integer.compare(left.codePointAt(start), right.codePointAt(start));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int startOfCodePoint(String left, String right, int at) {
        boolean second = at > 0
                && Character.isHighSurrogate(left.charAt(at - 1))
                && (Character.isLowSurrogate(left.charAt(at)) || Character.isLowSurrogate(right.charAt(at)));
        return second ? at - 1 : at;
    }
}
