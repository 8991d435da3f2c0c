package org.clientele.field;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The whole numbers that a storage takes.
 *
 * @param least the least of them
 * @param most the greatest of them
 */
public record NumberRange(long least, long most) {

    /** All numbers of 64 bits: what a field takes whose storage says nothing else. */
    public static final NumberRange WIDEST = new NumberRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}");

    /** All numbers of so many bits, for example 16: -32768 to 32767. */
    public static NumberRange ofBits(int bits) {
        long most = Long.MAX_VALUE >> (Long.SIZE - bits);
        return new NumberRange(-most - 1, most);
    }

    /** The number that {@code text} writes in decimal digits, empty if it writes none or one out of bounds. */
    public OptionalLong parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(text);
            return number >= least && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException outOfSight) {
            return OptionalLong.empty();
        }
    }
}
