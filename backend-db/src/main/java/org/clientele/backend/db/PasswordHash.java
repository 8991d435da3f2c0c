package org.clientele.backend.db;

import org.clientele.Password;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes the stored form of a password: Argon2id as a PHC string, with a new salt each time. */
final class PasswordHash {
    static final String FORMAT = "argon2id";

    // the parameters that OWASP recommends first: 19 MiB, two passes, one lane
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

    String of(Password password) {
        return encoder.encode(password.clear());
    }
}
