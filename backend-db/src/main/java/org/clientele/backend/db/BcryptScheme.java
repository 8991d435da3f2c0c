package org.clientele.backend.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt as OTRS stores it, {@code BCRYPT:cost:salt:hash} with the salt in clear letters; the usual {@code $2a$},
 * {@code $2b$} and {@code $2y$} are read too. Only the first 72 bytes of a password count.
 */
final class BcryptScheme implements PasswordScheme {
    private static final int COST = 12;
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 15;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 31;
    private static final String VERSION = "2a";
    private static final Pattern OTRS = Pattern.compile("BCRYPT:([0-9]{1,2}):([!-9;-~]{16}):([./A-Za-z0-9]{31})");
    private static final Pattern USUAL = Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");

    @Override
    public String encode(String clear) {
        String salt = Salt.ofLength(SALT_LENGTH);
        return "BCRYPT:" + COST + ":" + salt + ":" + hash(clear, salt, COST);
    }

    @Override
    public boolean recognises(String stored) {
        int cost = cost(stored);
        return cost >= LEAST_COST && cost <= MOST_COST;
    }

    @Override
    public boolean matches(String clear, String stored) {
        Matcher otrs = OTRS.matcher(stored);
        if (otrs.matches()) {
            String hash = hash(clear, otrs.group(2), cost(stored));
            return MessageDigest.isEqual(bytes(hash), bytes(otrs.group(3)));
        }
        return OpenBSDBCrypt.checkPassword(stored, bytes(clear));
    }

    @Override
    public boolean isOutdated(String stored) {
        return cost(stored) < COST;
    }

    private static int cost(String stored) {
        for (Pattern shape : new Pattern[] {OTRS, USUAL}) {
            Matcher matcher = shape.matcher(stored);
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 0;
    }

    /** The last part of the usual form, which has the salt in another alphabet before it. */
    private static String hash(String clear, String salt, int cost) {
        String usual = OpenBSDBCrypt.generate(VERSION, bytes(clear), bytes(salt), cost);
        return usual.substring(usual.length() - HASH_LENGTH);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
