package org.clientele.spi.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The ids of entries of the audit: 32 hexadecimal digits, which begin with the time. So their order is that of the entries, and
 * nobody has to ask the store for one.
 */
public final class AuditId {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int COUNTED_BITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds, and a counter for those of the same one. */
    private static final AtomicLong LAST = new AtomicLong();

    private AuditId() {}

    /** Another one, behind all that this process had before. */
    public static String next(Instant at) {
        long start = at.toEpochMilli() << COUNTED_BITS;
        long time = LAST.updateAndGet(last -> Math.max(last + 1, start));
        return String.format("%016x%016x", time, RANDOM.nextLong());
    }

    /** What stands before every id of this moment and behind every id of moments before. */
    public static String first(Instant at) {
        long milliseconds = Math.max(0, Math.min(at.toEpochMilli(), Long.MAX_VALUE >> COUNTED_BITS));
        return String.format("%016x%016x", milliseconds << COUNTED_BITS, 0);
    }

    /** Whether a text looks like an id. */
    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
