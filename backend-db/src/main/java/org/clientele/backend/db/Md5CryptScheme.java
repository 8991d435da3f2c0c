package org.clientele.backend.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MD5-crypt, {@code $1$salt$hash}, and Apache's variant {@code $apr1$salt$hash}. OTRS takes the login as salt, so any character
 * may be in it; commons-codec cuts a salt such as {@code john-doe} at the hyphen, which is why this is computed here.
 */
final class Md5CryptScheme implements PasswordScheme {
    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int[][] GROUPS = {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}};
    private static final int LAST = 11;
    private static final int DIGEST_BYTES = 16;
    private static final int SALT_BYTES = 8;
    private static final int ROUNDS = 1000;

    private final String prefix;
    private final Pattern shape;

    /** @param prefix {@code $1$} or {@code $apr1$} */
    Md5CryptScheme(String prefix) {
        this.prefix = prefix;
        this.shape = Pattern.compile(Pattern.quote(prefix) + "([^$]{0,16})\\$([./0-9A-Za-z]{22})");
    }

    @Override
    public String encode(String clear) {
        String salt = Salt.ofLength(SALT_BYTES);
        return prefix + salt + '$' + hash(clear, salt);
    }

    @Override
    public boolean recognises(String stored) {
        return shape.matcher(stored).matches();
    }

    @Override
    public boolean matches(String clear, String stored) {
        Matcher parts = shape.matcher(stored);
        return parts.matches() && MessageDigest.isEqual(bytes(hash(clear, parts.group(1))), bytes(parts.group(2)));
    }

    private String hash(String clear, String saltText) {
        byte[] password = bytes(clear);
        byte[] salt = Arrays.copyOf(bytes(saltText), Math.min(SALT_BYTES, bytes(saltText).length));
        MessageDigest md5 = md5();
        byte[] digest = first(md5, password, salt);
        for (int round = 0; round < ROUNDS; round++) {
            boolean odd = round % 2 == 1;
            md5.update(odd ? password : digest);
            if (round % 3 != 0) {
                md5.update(salt);
            }
            if (round % 7 != 0) {
                md5.update(password);
            }
            md5.update(odd ? digest : password);
            digest = md5.digest();
        }
        return text(digest);
    }

    private byte[] first(MessageDigest md5, byte[] password, byte[] salt) {
        md5.update(password);
        md5.update(salt);
        byte[] inner = md5.digest(password);
        md5.update(password);
        md5.update(bytes(prefix));
        md5.update(salt);
        for (int left = password.length; left > 0; left -= DIGEST_BYTES) {
            md5.update(inner, 0, Math.min(DIGEST_BYTES, left));
        }
        for (int bits = password.length; bits > 0; bits >>= 1) {
            md5.update(bits % 2 == 1 ? 0 : password[0]);
        }
        return md5.digest();
    }

    /** Six bits a character, the lowest ones first; the bytes of the digest in an order of its own. */
    private static String text(byte[] digest) {
        StringBuilder text = new StringBuilder();
        for (int[] group : GROUPS) {
            int bits = (digest[group[0]] & 0xFF) << 16 | (digest[group[1]] & 0xFF) << 8 | digest[group[2]] & 0xFF;
            append(text, bits, 4);
        }
        append(text, digest[LAST] & 0xFF, 2);
        return text.toString();
    }

    private static void append(StringBuilder text, int bits, int characters) {
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(bits >> 6 * i & 0x3F));
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
