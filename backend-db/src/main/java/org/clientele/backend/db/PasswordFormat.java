package org.clientele.backend.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a table may hold passwords, the best first; each is written where {@code passwordFormat} names it. */
enum PasswordFormat {
    ARGON2ID(new Argon2Scheme(), 97, ""),
    BCRYPT(new BcryptScheme(), 58, ""),
    SHA512(new DigestScheme("SHA-512", 128), 128, Words.NO_SALT),
    SHA2(new DigestScheme("SHA-256", 64), 64, Words.NO_SALT),
    SHA1(new DigestScheme("SHA-1", 40), 40, Words.NO_SALT),
    APR1(new Md5CryptScheme("$apr1$"), 37, Words.QUICK),
    MD5(new Md5CryptScheme("$1$"), 34, Words.QUICK),
    CRYPT(new CryptScheme(), 13, "looks at the first eight bytes of a password alone");

    private static final class Words {
        static final String NO_SALT = "has no salt, so that stolen passwords are looked up instead of guessed";
        static final String QUICK = "lets a thief try millions of passwords a second";
    }

    private final PasswordScheme scheme;
    private final int length;
    private final String weakness;

    /**
     * @param length the characters of a new stored form
     * @param weakness what is wrong with it, empty for one that is up to date
     */
    PasswordFormat(PasswordScheme scheme, int length, String weakness) {
        this.scheme = scheme;
        this.length = length;
        this.weakness = weakness;
    }

    /** The format of a stored text, told by its shape; empty if it is none that is known or can be checked at a bearable cost. */
    static Optional<PasswordFormat> of(String stored) {
        return Arrays.stream(values())
                .filter(format -> format.scheme.recognises(stored))
                .findFirst();
    }

    /** The word in configurations. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int length() {
        return length;
    }

    String weakness() {
        return weakness;
    }

    boolean isWeak() {
        return !weakness.isEmpty();
    }

    String encode(String clear) {
        return scheme.encode(clear);
    }

    /** Whether a stored text of this format is of this password. */
    boolean matches(String clear, String stored) {
        return scheme.matches(clear, stored);
    }

    /** Whether the same password is better kept in this format than as it is stored. */
    boolean improves(String stored) {
        Optional<PasswordFormat> now = of(stored);
        boolean better = now.filter(format -> compareTo(format) < 0).isPresent();
        boolean outdated = now.equals(Optional.of(this)) && scheme.isOutdated(stored);
        return !isWeak() && (better || outdated);
    }
}
