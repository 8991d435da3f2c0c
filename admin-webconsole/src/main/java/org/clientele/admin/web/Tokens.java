package org.clientele.admin.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The proof that a form came from our own page: a code over user and hour with a key that lives as long as the process. It is
 * a component of its own so that a changed configuration does not make open forms worthless.
 */
@Component(service = Tokens.class, immediate = true)
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HOURS = 12;

    private final SecretKeySpec key;
    private final Clock clock;

    @Activate
    public Tokens() {
        this(Clock.systemUTC());
    }

    Tokens(Clock clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** The token for the forms of {@code user}. */
    public String issue(String user) {
        return code(user, hour());
    }

    /** Whether {@code token} was issued to {@code user} within the last twelve hours. */
    boolean accepts(String user, String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(hour() - HOURS, hour())
                .mapToObj(hour -> code(user, hour).getBytes(StandardCharsets.UTF_8))
                .anyMatch(expected -> MessageDigest.isEqual(expected, given));
    }

    private long hour() {
        return clock.millis() / Duration.ofHours(1).toMillis();
    }

    private String code(String user, long hour) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((hour + "\n" + user).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
