package org.clientele.backend.db;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2 as a PHC string; Argon2id is written, its siblings are read too. */
final class Argon2Scheme implements PasswordScheme {
    // the parameters that OWASP recommends first: 19 MiB, two passes, one lane
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private static final int MOST_KIBIBYTES = 131_072;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 16;
    private static final String CURRENT = "$argon2id$v=19$";
    private static final Pattern SHAPE = Pattern.compile("\\$argon2(?:id|i|d)\\$(?:v=(?:16|19)\\$)?"
            + "m=([0-9]{1,9}),t=([0-9]{1,9}),p=([0-9]{1,9})\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}");

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

    @Override
    public String encode(String clear) {
        return encoder.encode(clear);
    }

    @Override
    public boolean recognises(String stored) {
        Matcher matcher = SHAPE.matcher(stored);
        return matcher.matches()
                && isWithin(matcher.group(1), MOST_KIBIBYTES)
                && isWithin(matcher.group(2), MOST_PASSES)
                && isWithin(matcher.group(3), MOST_LANES);
    }

    @Override
    public boolean matches(String clear, String stored) {
        return encoder.matches(clear, stored);
    }

    @Override
    public boolean isOutdated(String stored) {
        return !stored.startsWith(CURRENT) || encoder.upgradeEncoding(stored);
    }

    private static boolean isWithin(String number, int most) {
        int value = Integer.parseInt(number);
        return value >= 1 && value <= most;
    }
}
