package org.clientele.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes logins such as {@code auto-20240131120530-4711} where an addition has none. */
final class GeneratedLogin {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int NUMBERS = 10_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    GeneratedLogin(Clock clock) {
        this.clock = clock;
    }

    String next(String prefix) {
        String time = TIME.format(LocalDateTime.now(clock));
        return String.format(Locale.ROOT, "%s-%s-%04d", prefix, time, random.nextInt(NUMBERS));
    }
}
