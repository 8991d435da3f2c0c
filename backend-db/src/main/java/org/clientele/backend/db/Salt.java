package org.clientele.backend.db;

import java.security.SecureRandom;

/** Random salts that every stored form can hold: letters and digits. */
final class Salt {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salt() {}

    static String ofLength(int length) {
        StringBuilder salt = new StringBuilder();
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> salt.append(ALPHABET.charAt(i)));
        return salt.toString();
    }
}
