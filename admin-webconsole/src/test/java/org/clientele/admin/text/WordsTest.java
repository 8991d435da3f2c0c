package org.clientele.admin.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Fault;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern USED = Pattern.compile(
            "(words\\(\\)\\.get|words\\.get|screen\\.text|screen\\(\\)\\.text)\\(\\s*\"([\\w.]+)\"\\s*[,)]");

    @Test
    void germanIsComplete() throws IOException {
        Set<String> english = new TreeSet<>(load("").stringPropertyNames());
        english.removeIf(key -> key.startsWith("map."));
        assertThat(new TreeSet<>(load("_de").stringPropertyNames())).isEqualTo(english);
    }

    @Test
    void everyKindOfFaultHasItsWordsInEveryLanguage() throws IOException {
        for (String language : List.of("", "_de")) {
            Properties words = load(language);
            for (Fault.Kind kind : Fault.Kind.values()) {
                assertThat(words.containsKey("fault." + kind.key()))
                        .as(kind + language)
                        .isEqualTo(kind != Fault.Kind.OTHER);
            }
        }
    }

    @Test
    void aFaultIsSaidInTheLanguageWithItsArgumentsAndOtherwiseAsTheSourceSaysIt() {
        Words german = new WordBook().of(Locale.GERMAN);
        Fault tooLong = Fault.of(Fault.Kind.TOO_LONG, "Room has 1234 characters; at most 250 fit.", 1234, 250);

        assertThat(german.fault(tooLong, "Raum")).isEqualTo("Raum hat 1234 Zeichen; höchstens 250 passen.");
        assertThat(german.fault(Fault.other("{0} 'as' it is"), "Raum")).isEqualTo("{0} 'as' it is");
    }

    @Test
    void everyWordThatIsUsedExists() throws IOException {
        Set<String> keys = load("").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher used = USED.matcher(source);
            while (used.find()) {
                boolean ofKind = used.group(1).endsWith("text");
                for (String key : ofKind
                        ? List.of("users." + used.group(2), "customers." + used.group(2))
                        : List.of(used.group(2))) {
                    boolean usersOnly = key.startsWith("customers.") && !keys.contains(key);
                    if (!keys.contains(key) && !(usersOnly && onlyForUsers(key))) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextWithArgumentsCanBeFormatted() throws IOException {
        for (String language : List.of("", "_de")) {
            Properties words = load(language);
            for (String key : words.stringPropertyNames()) {
                String text = words.getProperty(key);
                assertThat(text).as(key).doesNotContain("'");
                if (text.contains("{")) {
                    assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[] {2, 2, 2}))
                            .as(key)
                            .doesNotContain("{");
                }
            }
        }
    }

    @Test
    void theConsoleReadsTitlesAsTheyAre() throws IOException {
        for (String language : List.of("", "_de")) {
            Properties console = new Properties();
            try (InputStream stream = stream(language)) {
                console.load(stream);
            }
            Properties ours = load(language);
            ours.stringPropertyNames().stream()
                    .filter(key -> key.matches("\\w+\\.title"))
                    .forEach(key -> assertThat(console.getProperty(key)).isEqualTo(ours.getProperty(key)));
        }
    }

    @Test
    void anUnknownLanguageIsEnglishAndACountryItsLanguage() {
        WordBook book = new WordBook();
        assertThat(book.of(Locale.forLanguageTag("fi")).language()).isEqualTo("en");
        assertThat(book.of(Locale.forLanguageTag("de-AT")).get("form.save")).isEqualTo("Speichern");
        assertThat(book.of(Locale.ROOT).get("form.save")).isEqualTo("Save");
        assertThat(book.of(new Locale("../../x")).get("form.save")).isEqualTo("Save");
    }

    @Test
    void aFragmentsWordsWin() {
        assertThat(new WordBook().of(Locale.forLanguageTag("sv")).get("form.save"))
                .isEqualTo("Spara");
        assertThat(new WordBook().of(Locale.forLanguageTag("sv")).get("form.cancel"))
                .isEqualTo("Cancel");
    }

    private static boolean onlyForUsers(String key) {
        return key.startsWith("customers.empty.nocustomer");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            return Stream.concat(java, templates)
                    .filter(Files::isRegularFile)
                    .map(WordsTest::read)
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(stream(language), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static InputStream stream(String language) {
        return WordsTest.class.getResourceAsStream("/OSGI-INF/l10n/bundle" + language + ".properties");
    }
}
