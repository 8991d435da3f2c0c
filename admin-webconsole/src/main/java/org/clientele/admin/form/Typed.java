package org.clientele.admin.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryEntry;
import org.clientele.Password;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * The values of a form, as they were stored or as somebody typed them.
 *
 * @param values by variable, without the password
 * @param was by variable, the digest of the value that the form started with
 * @param errors by variable, what is wrong
 * @param stored by variable, what somebody else stored in the meantime
 */
public record Typed(
        Map<String, String> values, Map<String, String> was, Map<String, String> errors, Map<String, String> stored) {
    private static final int MOST = 20_000;

    /** What was sent. Line breaks come as two characters and are stored as one. */
    public static Typed of(Exchange exchange, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Field field : fields) {
            String variable = field.variable();
            exchange.given(FormParameter.ofField(variable)).ifPresent(text -> {
                if (text.length() > MOST) {
                    errors.put(variable, exchange.words().get("bad.long", MOST));
                }
                if (!variable.equals(Fields.PASSWORD)) {
                    values.put(variable, normal(text));
                }
            });
            exchange.filled(FormParameter.WAS + variable).ifPresent(digest -> was.put(variable, digest));
        }
        return new Typed(values, was, errors, Map.of());
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
        return new Typed(values, digests(values), Map.of(), Map.of());
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

    /** What was typed on top of what is stored by now: untouched fields take the stored value, touched ones keep theirs. */
    public Typed over(Typed current) {
        Map<String, String> merged = new LinkedHashMap<>(current.values());
        merged.putAll(changed());
        Map<String, String> others = new LinkedHashMap<>();
        current.values().forEach((variable, value) -> {
            boolean moved = was.containsKey(variable) && !digest(value).equals(was.get(variable));
            if (moved && values.containsKey(variable)) {
                others.put(variable, value);
            }
        });
        return new Typed(merged, current.was(), errors, others);
    }

    public Typed withErrors(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(errors);
        all.putAll(more);
        return new Typed(values, was, all, stored);
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

    private static String normal(String text) {
        return text.replace("\r\n", "\n");
    }
}
