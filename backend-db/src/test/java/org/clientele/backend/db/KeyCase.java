package org.clientele.backend.db;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key, and the answers to one question under configurations that differ in nothing but its value.
 *
 * @param name the key as {@link org.clientele.spi.Settings#keys} has it; for a column of a row, with the column behind it
 * @param key the key that is varied
 * @param same what all configurations have in common
 * @param answers the expected answer by value of the key, {@link #ABSENT} where it is missing; at least two differ
 * @param question what is asked
 */
record KeyCase(String name, String key, Map<String, String> same, Map<String, Object> answers, Question question) {
    static final String ABSENT = "(absent)";

    /** What is asked of a configured source. */
    @FunctionalInterface
    interface Question {
        Object ask(Configured configured) throws Exception;
    }

    /** A case for a key, over the default configuration. */
    static KeyCase of(String key, Question question) {
        return new KeyCase(key, key, Map.of(), Map.of(), question);
    }

    /** A case for one of a number of keys that begin alike. */
    static KeyCase of(String prefix, String key, Question question) {
        return new KeyCase(prefix, key, Map.of(), Map.of(), question);
    }

    /** The same over another configuration. */
    KeyCase with(String sameKey, String value) {
        Map<String, String> more = new HashMap<>(same);
        more.put(sameKey, value);
        return new KeyCase(name, key, more, answers, question);
    }

    /** The same with a value and the answer that it leads to. */
    KeyCase answers(String value, Object answer) {
        Map<String, Object> more = new LinkedHashMap<>(answers);
        more.put(value, answer);
        return new KeyCase(name, key, same, more, question);
    }

    /** The configuration with one of the values. */
    Map<String, String> configuration(String value) {
        Map<String, String> keys = new HashMap<>(same);
        if (!value.equals(ABSENT)) {
            keys.put(key, value);
        }
        return keys;
    }

    @Override
    public String toString() {
        return name;
    }
}
