package org.clientele.admin.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of all languages. {@code bundle*.properties} are ours, {@code custom*.properties} come from a fragment bundle and
 * win; a language that lacks a word takes the English one.
 */
public final class WordBook {
    private static final String FOLDER = "/OSGI-INF/l10n/";
    private static final List<String> FILES = List.of("bundle", "custom");

    private final Map<String, Words> byLanguage = new ConcurrentHashMap<>();

    /** The words for a locale: of its country, else of its language, else English. */
    public Words of(Locale locale) {
        String country = locale.getLanguage() + "_" + locale.getCountry();
        if (!locale.getCountry().isEmpty() && exists(country)) {
            return byLanguage.computeIfAbsent(country, key -> load(locale, locale.getLanguage(), country));
        }
        if (exists(locale.getLanguage())) {
            return byLanguage.computeIfAbsent(
                    locale.getLanguage(), key -> load(Locale.forLanguageTag(locale.getLanguage()), key));
        }
        return byLanguage.computeIfAbsent("", key -> load(Locale.ENGLISH));
    }

    private static boolean exists(String suffix) {
        return suffix.matches("[a-z]{2,3}(_[A-Z]{2})?")
                && FILES.stream().anyMatch(file -> WordBook.class.getResource(name(file, suffix)) != null);
    }

    private static Words load(Locale locale, String... suffixes) {
        Map<String, String> texts = new HashMap<>();
        for (String file : FILES) {
            read(texts, FOLDER + file + ".properties");
            for (String suffix : suffixes) {
                read(texts, name(file, suffix));
            }
        }
        return new Words(locale, texts);
    }

    private static String name(String file, String suffix) {
        return FOLDER + file + "_" + suffix + ".properties";
    }

    private static void read(Map<String, String> texts, String name) {
        try (InputStream stream = WordBook.class.getResourceAsStream(name)) {
            if (stream == null) {
                return;
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
