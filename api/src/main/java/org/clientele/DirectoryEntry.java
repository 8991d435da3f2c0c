package org.clientele;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a customer user and a customer have in common: one record of one source, as callers see it. No password, no hash. */
public interface DirectoryEntry {

    /** The login of a customer user, the customer ID of a customer, as stored. */
    String id();

    /** The slot of the source, for example {@code CustomerUser1}. */
    String source();

    /** Whether the source accepts changes to this record. */
    boolean writable();

    /** The name for people, made by the source from its name fields; may be empty. */
    String name();

    Validity validity();

    Ownership ownership();

    /** The values by variable of the source's map, in the order of the map; an absent field has no key or no value. */
    Map<String, List<String>> fields();

    /** The first value of {@code variable}, the empty string where there is none. */
    default String value(String variable) {
        List<String> values = fields().getOrDefault(variable, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /**
     * A digest of source, id and all values: two readings of a record have the same version if nothing of it changed in
     * between. Meant for optimistic locking, see {@link Change#version}.
     */
    default String version() {
        MessageDigest digest = sha256();
        update(digest, source());
        update(digest, id());
        new TreeMap<>(fields()).forEach((variable, values) -> {
            if (!values.isEmpty()) {
                update(digest, variable);
                update(digest, Integer.toString(values.size()));
                values.forEach(value -> update(digest, value));
            }
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
