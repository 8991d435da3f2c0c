package org.clientele.backend.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;
import org.apache.commons.codec.digest.UnixCrypt;
import org.jspecify.annotations.Nullable;

/**
 * crypt(3): the traditional form is written, of which only the first eight bytes of a password count; {@code $5$} and
 * {@code $6$} are read too.
 */
final class CryptScheme implements PasswordScheme {
    private static final int MOST_ROUNDS = 1_000_000;
    private static final Pattern TRADITIONAL = Pattern.compile("[./0-9A-Za-z]{13}");
    private static final Pattern SHA2 =
            Pattern.compile("\\$(?:5\\$(?:rounds=([0-9]{1,9})\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{43}"
                    + "|6\\$(?:rounds=([0-9]{1,9})\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{86})");

    @Override
    public String encode(String clear) {
        return UnixCrypt.crypt(bytes(clear));
    }

    @Override
    public boolean recognises(String stored) {
        Matcher sha2 = SHA2.matcher(stored);
        return TRADITIONAL.matcher(stored).matches()
                || (sha2.matches() && isBearable(sha2.group(1)) && isBearable(sha2.group(2)));
    }

    @Override
    public boolean matches(String clear, String stored) {
        return MessageDigest.isEqual(bytes(Crypt.crypt(bytes(clear), stored)), bytes(stored));
    }

    private static boolean isBearable(@Nullable String rounds) {
        return rounds == null || Integer.parseInt(rounds) <= MOST_ROUNDS;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
