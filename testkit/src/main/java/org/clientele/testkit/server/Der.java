package org.clientele.testkit.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** The encoding that certificates have (DER, X.690), as much of it as they need. */
final class Der {
    private static final Instant YEARS_OF_FOUR_DIGITS = Instant.parse("2050-01-01T00:00:00Z");
    private static final int SHORT = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] number(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] yes() {
        return value(0x01, new byte[] {(byte) 0xFF});
    }

    static byte[] nothing() {
        return value(0x05);
    }

    /** @param encoded an object identifier, without tag and length */
    static byte[] identifier(int... encoded) {
        byte[] bytes = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bytes[i] = (byte) encoded[i];
        }
        return value(0x06, bytes);
    }

    static byte[] bits(byte[] whole) {
        return value(0x03, new byte[1], whole);
    }

    static byte[] bytes(byte[] content) {
        return value(0x04, content);
    }

    static byte[] time(Instant time) {
        return time.isBefore(YEARS_OF_FOUR_DIGITS)
                ? value(0x17, text("uuMMddHHmmss'Z'", time))
                : value(0x18, text("uuuuMMddHHmmss'Z'", time));
    }

    static byte[] value(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(tag);
        if (length < SHORT) {
            encoded.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            int zeros = digits[0] == 0 ? 1 : 0;
            encoded.write(SHORT + digits.length - zeros);
            encoded.write(digits, zeros, digits.length - zeros);
        }
        Arrays.stream(parts).forEach(encoded::writeBytes);
        return encoded.toByteArray();
    }

    private static byte[] text(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
