package org.clientele.spi;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.Finding;

/**
 * Reads the properties of one configuration as ConfigAdmin delivers them, whether they come from a {@code .cfg} file (all
 * values are strings, lists are comma separated) or from JSON (typed values, arrays). It never throws for a bad value: it
 * notes a finding and goes on with the default. When everything was read, {@link #findings} also names the keys that nobody
 * asked for.
 *
 * <p>One thread, one reading.
 */
public final class Settings {
    private static final Pattern FRAMEWORK_KEY = Pattern.compile(
            "(service|component|felix|org\\.apache\\.karaf|osgi|config)\\..*|.*\\.target|objectClass|webconsole\\..*");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

    private final Map<String, Object> properties;
    private final Set<String> known = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    public Settings(Map<String, ?> properties) {
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** A text, trimmed; {@code absent} where the key is missing. An empty value is an empty text. */
    public String text(String key, String absent) {
        return optional(key).orElse(absent);
    }

    /** A text exactly as it stands, blanks included; {@code absent} where the key is missing. */
    public String verbatim(String key, String absent) {
        return single(key).orElse(absent);
    }

    /**
     * A password or the like exactly as it stands; the empty text where the key is missing. A placeholder such as
     * {@code $[secret:name]} that nothing stands behind is a finding, for it would be tried as a password; so is one in braces,
     * as an OTRS obfuscates it.
     */
    public String secret(String key) {
        String secret = verbatim(key, "");
        if (secret.startsWith("$[")) {
            error(
                    key,
                    "is a placeholder that could not be resolved; provide what it names, then run customer-user:refresh"
                            + " (of customers: customer:refresh)");
        }
        OtrsKeys.passwordAdvice(secret).ifPresent(advice -> warning(key, advice));
        return secret;
    }

    /** A text that must be there and not be empty; a finding and the empty text otherwise. */
    public String required(String key, String example) {
        String value = text(key, "");
        if (value.isEmpty()) {
            error(key, "is required, for example " + key + " = " + example);
        }
        return value;
    }

    /** A text that may be missing. */
    public Optional<String> optional(String key) {
        return single(key).map(String::strip);
    }

    /** One of {@code 0}, {@code 1}, {@code true}, {@code false}. */
    public boolean flag(String key, boolean absent) {
        return optionalFlag(key).orElse(absent);
    }

    /** A flag that may be missing. */
    public Optional<Boolean> optionalFlag(String key) {
        return optional(key).filter(s -> !s.isEmpty()).flatMap(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> {
                error(key, "is '" + value + "'; write 0, 1, true or false");
                yield Optional.empty();
            }
        });
    }

    /** A whole number between two bounds, both included. */
    public int number(String key, int absent, int least, int most) {
        Optional<String> value = optional(key).filter(s -> !s.isEmpty());
        if (value.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the same finding as a number out of bounds
        }
        error(key, "is '" + value.get() + "'; write a whole number from " + least + " to " + most);
        return absent;
    }

    /** A time in seconds, decimals allowed, from zero to {@code most}. */
    public Duration seconds(String key, Duration absent, Duration most) {
        Optional<String> value = optional(key).filter(s -> !s.isEmpty());
        if (value.isEmpty()) {
            return absent;
        }
        if (SECONDS.matcher(value.get()).matches()) {
            double seconds = Double.parseDouble(value.get());
            if (seconds <= most.toSeconds()) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        }
        error(key, "is '" + value.get() + "'; write seconds from 0 to " + most.toSeconds() + ", for example 2.5");
        return absent;
    }

    /** One of the constants of an enumeration, written in lower case with {@code -} for {@code _}. */
    public <T extends Enum<T>> T choice(String key, T absent) {
        Optional<String> value = optional(key).filter(s -> !s.isEmpty());
        if (value.isEmpty()) {
            return absent;
        }
        T[] constants = absent.getDeclaringClass().getEnumConstants();
        Function<T, String> word = c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Optional<T> found = Arrays.stream(constants)
                .filter(c -> word.apply(c).equals(value.get()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> words = Arrays.stream(constants).map(word).toList();
            error(key, "is '" + value.get() + "'; write one of " + String.join(", ", words));
        }
        return found.orElse(absent);
    }

    /** A list: an array or collection, or a text with commas; parts are trimmed, empty parts dropped. */
    public List<String> list(String key, List<String> absent) {
        return raw(key).map(Settings::parts).orElse(absent);
    }

    /** All keys that start with {@code prefix}, without it, and their values as text. */
    public Map<String, String> withPrefix(String prefix) {
        return collect(prefix, key -> verbatim(key, ""));
    }

    /** All keys that start with {@code prefix}, without it, and their values as lists. */
    public Map<String, List<String>> listsWithPrefix(String prefix) {
        return collect(prefix, key -> list(key, List.of()));
    }

    /**
     * All keys that start with {@code prefix}, without it, and the columns of their values: the elements of an array, empty
     * ones too, or the parts into which {@code split} cuts a text.
     */
    Map<String, List<String>> rowsWithPrefix(String prefix, Function<String, List<String>> split) {
        return collect(prefix, key -> {
            Object value = raw(key).orElse("");
            return elements(value)
                    .map(columns -> columns.stream().map(String::strip).toList())
                    .orElseGet(() -> split.apply(String.valueOf(value)));
        });
    }

    /** Notes that the source cannot work with the value of a key. */
    public void error(String key, String message) {
        findings.add(Finding.error(key, message));
    }

    /** Notes something odd. */
    public void warning(String key, String message) {
        findings.add(Finding.warning(key, message));
    }

    /**
     * The keys that were asked for so far, a prefix of keys as it stands ({@code map.}), without those of the framework: what
     * a back end has to describe.
     */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(known);
        keys.addAll(prefixes);
        keys.removeIf(key -> FRAMEWORK_KEY.matcher(key).matches()
                || prefixes.stream().anyMatch(prefix -> key.startsWith(prefix) && !key.equals(prefix)));
        return Collections.unmodifiableSet(keys);
    }

    /** Everything noted so far, and a finding for each key that was never asked for and is not the framework's. */
    public List<Finding> findings() {
        Stream<Finding> unknown = properties.keySet().stream()
                .filter(key -> !known.contains(key))
                .filter(key -> !FRAMEWORK_KEY.matcher(key).matches())
                .map(key -> Finding.error(key, "is not a key of this back end; " + suggestion(key)));
        return Stream.concat(findings.stream(), unknown).toList();
    }

    private String suggestion(String key) {
        return OtrsKeys.advice(key).orElseGet(() -> similar(key));
    }

    private String similar(String key) {
        String unknown = key.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> isLike(candidate.toLowerCase(Locale.ROOT), unknown))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "did you mean " + candidate + "?")
                .orElse("remove it, or see the commented example in etc/");
    }

    /** The reference product's keys end with ours: {@code CustomerUserSearchFields}. */
    private static boolean isLike(String candidate, String unknown) {
        boolean shortened = unknown.length() > 3 && candidate.endsWith(unknown);
        boolean lengthened = candidate.length() > 3 && unknown.endsWith(candidate);
        return candidate.equals(unknown) || shortened || lengthened;
    }

    private Optional<Object> raw(String key) {
        known.add(key);
        return Optional.ofNullable(properties.get(key));
    }

    private <T> Map<String, T> collect(String prefix, Function<String, T> read) {
        Map<String, T> found = new TreeMap<>();
        prefixes.add(prefix);
        properties.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), read.apply(key)));
        return found;
    }

    /** The value as one text; JSON may bring it as an array of one. */
    private Optional<String> single(String key) {
        Optional<Object> value = raw(key);
        Optional<List<String>> elements = value.flatMap(Settings::elements);
        if (elements.isEmpty()) {
            return value.map(String::valueOf);
        }
        if (elements.get().size() != 1) {
            error(key, "is a list of " + elements.get().size() + " values; write one value");
            return Optional.empty();
        }
        return Optional.of(elements.get().get(0));
    }

    private static List<String> parts(Object value) {
        return elements(value).orElseGet(() -> List.of(String.valueOf(value).split(",", -1))).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The elements of a collection or array, also one of primitive values; empty for a single value. */
    private static Optional<List<String>> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(collection.stream().map(String::valueOf).toList());
        }
        if (!value.getClass().isArray()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, Array.getLength(value))
                .mapToObj(i -> String.valueOf(Array.get(value, i)))
                .toList());
    }
}
