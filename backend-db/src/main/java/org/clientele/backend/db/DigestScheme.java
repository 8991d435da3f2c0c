package org.clientele.backend.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A plain digest in hexadecimal digits, without salt. */
final class DigestScheme implements PasswordScheme {
    private final String algorithm;
    private final Pattern shape;

    /**
     * @param algorithm the name of the digest, one that every Java platform has
     * @param digits how many digits it has
     */
    DigestScheme(String algorithm, int digits) {
        this.algorithm = algorithm;
        this.shape = Pattern.compile("[0-9A-Fa-f]{" + digits + "}");
    }

    @Override
    public String encode(String clear) {
        return HexFormat.of().formatHex(digest(clear));
    }

    @Override
    public boolean recognises(String stored) {
        return shape.matcher(stored).matches();
    }

    @Override
    public boolean matches(String clear, String stored) {
        return MessageDigest.isEqual(digest(clear), HexFormat.of().parseHex(stored));
    }

    private byte[] digest(String clear) {
        try {
            return MessageDigest.getInstance(algorithm).digest(clear.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
