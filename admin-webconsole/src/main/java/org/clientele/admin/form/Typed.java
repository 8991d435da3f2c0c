package org.clientele.admin.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.clientele.DirectoryEntry;
import org.clientele.Password;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * The values of a form, as they were stored or as somebody typed them.
 *
 * @param values by variable, without the password
 * @param was by variable, the digest of the value that the form started with
 * @param errors by variable, what is wrong
 * @param base by variable, the value that the form started with, where it is short enough to be carried
 */
public record Typed(
        Map<String, String> values, Map<String, String> was, Map<String, String> errors, Map<String, String> base) {
    private static final int MOST = 20_000;
    private static final int MOST_BASE = 500;

    /**
     * What was sent. Line breaks come as two characters and are stored as one. Where somebody chose between two values, these are
     * the own ones that were chosen: all of them count as changed, and the others as not touched.
     */
    public static Typed of(Exchange exchange, List<Field> fields) {
        boolean chosen = SentField.chosen(exchange);
        return of(exchange, fields, chosen, field -> !chosen || field.side().equals(Optional.of(Side.MINE)));
    }

    /** All that was typed, whatever was chosen. */
    public static Typed all(Exchange exchange, List<Field> fields) {
        return of(exchange, fields, false, field -> true);
    }

    private static Typed of(Exchange exchange, List<Field> fields, boolean changed, Predicate<SentField> taken) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> base = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Field field : fields) {
            String variable = field.variable();
            SentField.of(exchange, variable).filter(taken).ifPresent(sent -> {
                if (sent.mine().length() > MOST) {
                    errors.put(variable, exchange.words().get("bad.long", MOST));
                }
                values.put(variable, sent.mine());
                if (!changed && !sent.was().isEmpty()) {
                    was.put(variable, sent.was());
                    sent.base().ifPresent(value -> base.put(variable, value));
                }
            });
        }
        return new Typed(values, was, errors, base);
    }

    /** What is stored. */
    static Typed of(DirectoryEntry entry, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.variable(), entry.value(field.variable())));
        values.remove(Fields.PASSWORD);
        return stored(values);
    }

    /** What is stored, by variable. */
    public static Typed stored(Map<String, String> values) {
        Map<String, String> base = new LinkedHashMap<>(values);
        base.values().removeIf(value -> value.length() > MOST_BASE);
        return new Typed(values, digests(values), Map.of(), base);
    }

    /** The value of a variable, empty text if it has none. */
    public String value(String variable) {
        return values.getOrDefault(variable, "");
    }

    /** The values that somebody changed. */
    public Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            if (!digest(value).equals(was.get(variable))) {
                changed.put(variable, value);
            }
        });
        return changed;
    }

    /** The same with the values of others where it has none. */
    public Typed filledFrom(Typed other) {
        return new Typed(
                filled(values, other.values()),
                filled(was, missing(other.was())),
                errors,
                filled(base, missing(other.base())));
    }

    /** Those of the fields that have no value. */
    private Map<String, String> missing(Map<String, String> others) {
        Map<String, String> missing = new LinkedHashMap<>(others);
        missing.keySet().removeAll(values.keySet());
        return missing;
    }

    private static Map<String, String> filled(Map<String, String> own, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(own);
        return all;
    }

    public Typed withErrors(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(errors);
        all.putAll(more);
        return new Typed(values, was, all, base);
    }

    /** The password that was typed, empty if none was. */
    static Optional<Password> password(Exchange exchange) {
        return exchange.filled(Fields.PASSWORD).map(Password::of);
    }

    static String digest(String value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(normal(value).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Map<String, String> digests(Map<String, String> values) {
        Map<String, String> digests = new LinkedHashMap<>();
        values.forEach((variable, value) -> digests.put(variable, digest(value)));
        return digests;
    }

    static String normal(String text) {
        return text.replace("\r\n", "\n");
    }
}
