package org.clientele;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A password in clear on its way into a source; it never comes out of one. {@link #toString} does not show it. */
public final class Password {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int GENERATED_LENGTH = 16;
    private static final int LONGEST = 1000;

    private final String clear;

    private Password(String clear) {
        this.clear = clear;
    }

    /**
     * A password that somebody chose.
     *
     * @throws IllegalArgumentException if it is empty or longer than 1000 characters, which would only serve to keep the
     *     hash function busy, or has a NUL, at which some stored forms end, or half of a character
     */
    public static Password of(String clear) {
        if (clear.isEmpty() || clear.length() > LONGEST) {
            throw new IllegalArgumentException("A password has 1 to " + LONGEST + " characters");
        }
        if (clear.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(clear)) {
            throw new IllegalArgumentException("A password consists of characters that can be typed");
        }
        return new Password(clear);
    }

    /** A new random password of 16 letters and digits that are not easily mistaken for each other (93 bits). */
    public static Password generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        random.ints(GENERATED_LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return new Password(text.toString());
    }

    /** The password in clear: for the hash function, and for showing a generated one once. */
    public String clear() {
        return clear;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
