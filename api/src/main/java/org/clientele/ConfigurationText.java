package org.clientele;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.felix.utils.properties.TypedProperties;
import org.jspecify.annotations.Nullable;

/** A configuration as the text of a {@code .cfg} file, read by the same parser as the files in {@code etc}. Any thread may call. */
public final class ConfigurationText {
    private static final int LONGEST_NUMBER = 9;

    /** Names by their letters, and those that differ in a number at their end by that: {@code map.2} before {@code map.10}. */
    private static final Comparator<String> BY_NAME = Comparator.comparing(ConfigurationText::stem)
            .thenComparing(ConfigurationText::number)
            .thenComparing(Comparator.naturalOrder());

    private ConfigurationText() {}

    /** What {@code ${name}} stands for. */
    @FunctionalInterface
    public interface Names {
        /**
         * @param key the key in whose value it is
         * @return null for a name that it does not know; properties of the Java platform are then looked at
         */
        @Nullable
        String value(String key, String name);
    }

    /**
     * Reads a text.
     *
     * @return the keys and values as ConfigAdmin would have them, a placeholder such as {@code $[secret:name]} as it stands
     * @throws IllegalArgumentException if it is no such text, or {@code names} threw it; what the message says may repeat the text
     */
    public static Map<String, Object> read(String text, Names names) {
        return read(text, new TypedProperties((name, key, value) -> names.value(key, value)));
    }

    /** The same, with {@code ${name}} as it stands: of a text of strangers nothing grows. */
    public static Map<String, Object> readUnresolved(String text) {
        return read(text, new TypedProperties(false));
    }

    private static Map<String, Object> read(String text, TypedProperties properties) {
        try {
            properties.load(new StringReader(text));
            return new HashMap<>(properties);
        } catch (IOException e) {
            throw new IllegalArgumentException("The text cannot be read", e);
        }
    }

    /** Writes a configuration, its keys in order; {@link #read} reads the same from it, but for {@code ${name}} in a value. */
    public static String write(Map<String, String> properties) {
        Map<String, String> sorted = new TreeMap<>(BY_NAME);
        sorted.putAll(properties);
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        String text = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\"", "\\\"");
        return text.startsWith(" ") ? "\\u0020" + text.substring(1) : text;
    }

    private static int digitsAt(String key) {
        int at = key.length();
        while (at > 0 && key.length() - at < LONGEST_NUMBER && Character.isDigit(key.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static String stem(String key) {
        return key.substring(0, digitsAt(key));
    }

    private static int number(String key) {
        String digits = key.substring(digitsAt(key));
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }
}
