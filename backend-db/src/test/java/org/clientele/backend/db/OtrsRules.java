package org.clientele.backend.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.UnixCrypt;
import org.bouncycastle.crypto.generators.BCrypt;

/** How OTRS checks a stored password, in the order in which it tries: written after its description, for tests alone. */
final class OtrsRules {
    private static final String USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BCRYPT = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private OtrsRules() {}

    static boolean accepts(String clear, String stored) {
        byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
        if (stored.length() == 13) {
            return UnixCrypt.crypt(bytes, stored.substring(0, 2)).equals(stored);
        } else if (stored.startsWith("$apr1$")) {
            return Md5Crypt.apr1Crypt(bytes, stored).equals(stored);
        } else if (stored.startsWith("$1$")) {
            return Md5Crypt.md5Crypt(bytes, stored).equals(stored);
        } else if (stored.matches("[0-9a-f]{64}")) {
            return digest("SHA-256", bytes).equals(stored);
        } else if (stored.matches("[0-9a-f]{128}")) {
            return digest("SHA-512", bytes).equals(stored);
        } else if (stored.startsWith("BCRYPT:")) {
            return bcrypt(bytes, stored.split(":"));
        }
        return stored.matches("[0-9a-f]{40}") && digest("SHA-1", bytes).equals(stored);
    }

    private static boolean bcrypt(byte[] clear, String[] parts) {
        byte[] withNul = Arrays.copyOf(clear, clear.length + 1);
        byte[] hash =
                BCrypt.generate(withNul, parts[2].getBytes(StandardCharsets.US_ASCII), Integer.parseInt(parts[1]));
        StringBuilder text = new StringBuilder();
        for (char c : Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hash, 23))
                .toCharArray()) {
            text.append(BCRYPT.charAt(USUAL.indexOf(c)));
        }
        return text.toString().equals(parts[3]);
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
