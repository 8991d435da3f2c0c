package org.clientele.testkit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Checks that an operator can find out about every key of a back end: each has a description for tools (metatype) with words in
 * English and further languages, a line in the commented example, and a row in a table of the documentation; and none of these names a
 * key that there is not. What keys there are is what {@link org.clientele.spi.Settings#keys} says after a reading.
 */
public final class DocumentedKeys {
    private static final Pattern EXAMPLE_KEY = Pattern.compile("(?m)^(?:# ?)?([a-z]\\w*)(\\.\\w+)? *=");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The names of the columns of a row of the map, in their order. */
    public static final List<String> MAP_COLUMNS = List.of(
            "variable",
            "label",
            "storage",
            "shown",
            "required",
            "type",
            "link",
            "read only",
            "link target",
            "link classes");

    /** These columns in the comment of an example, which calls the storage by its own name. */
    private static final Pattern ROW =
            Pattern.compile(String.join(" \\| ", MAP_COLUMNS).replace("storage", "(?:column|attribute)"));

    private final Set<String> keys;
    private final Set<String> others = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    public DocumentedKeys(Set<String> keys) {
        this.keys = new TreeSet<>(keys);
    }

    /**
     * Compares with a description as the build generates it.
     *
     * @param xml a file of {@code OSGI-INF/metatype}
     * @param languages the suffixes of the files of words besides the English one, for example {@code de}
     */
    public DocumentedKeys describedBy(Path xml, List<String> languages) throws IOException {
        Element root = parsed(xml);
        Path bundle = xml.resolveSibling("../..").normalize();
        List<String> suffixes = new ArrayList<>(List.of(""));
        languages.forEach(language -> suffixes.add("_" + language));
        NodeList attributes = root.getElementsByTagName("AD");
        Set<String> described = new TreeSet<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            described.add(attribute.getAttribute("id"));
            for (String suffix : suffixes) {
                Path words = bundle.resolve(root.getAttribute("localization") + suffix + ".properties");
                requireWords(words, attribute.getAttribute("name"), attribute.getAttribute("description"));
            }
        }
        compare(described, xml.getFileName().toString(), key -> !key.endsWith("."));
        return this;
    }

    /** From here on allows for keys of another kind of source, which the same part of a page explains. */
    public DocumentedKeys besides(Set<String> keysOfOthers) {
        others.addAll(keysOfOthers);
        return this;
    }

    /** Compares with the commented example: lines {@code #key = value}, and a comment that names the columns of the map. */
    public DocumentedKeys shownIn(Path example) throws IOException {
        String text = Files.readString(example);
        Set<String> shown = new TreeSet<>();
        EXAMPLE_KEY.matcher(text).results().forEach(line -> {
            shown.add(line.group(2) == null ? line.group(1) : line.group(1) + ".");
        });
        compare(shown, example.getFileName().toString(), key -> true);
        String comments = text.replaceAll("\\R# *", " ").replaceAll(" \\([^)]*\\)", "");
        if (keys.contains("map.") && !ROW.matcher(comments).find()) {
            faults.add("the columns of map. are missing in " + example.getFileName() + ": "
                    + String.join(" | ", MAP_COLUMNS));
        }
        return this;
    }

    /**
     * Compares with tables of a page: the names between back-ticks in the first column of those that are headed {@code key}.
     *
     * @param sections the headings that the tables stand under, those of other back ends left out
     */
    public DocumentedKeys explainedIn(Path page, String... sections) throws IOException {
        Set<String> explained = new TreeSet<>();
        for (String section : sections) {
            firstCells(page, section, "key").stream()
                    .flatMap(cell -> NAME.matcher(cell).results())
                    .map(name -> name.group(1).replaceFirst("\\..*", "."))
                    .forEach(explained::add);
        }
        compare(explained, page.getFileName().toString(), key -> true);
        return this;
    }

    /** Compares the ten columns of the map with the table under a heading of a page that is headed {@code column}. */
    public DocumentedKeys columnsExplainedIn(Path page, String section) throws IOException {
        List<String> expected = IntStream.range(0, MAP_COLUMNS.size())
                .mapToObj(i -> (i + 1) + " " + MAP_COLUMNS.get(i))
                .toList();
        List<String> explained = firstCells(page, section, "column");
        if (!explained.equals(expected)) {
            faults.add(
                    "the columns of map. in " + page.getFileName() + " are " + explained + " instead of " + expected);
        }
        return this;
    }

    /** What the first column of the tables under a heading says, of those whose own heading is as wanted. */
    private static List<String> firstCells(Path page, String section, String heading) throws IOException {
        List<String> cells = new ArrayList<>();
        boolean inSection = false;
        boolean inTable = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("#")) {
                inSection = line.replaceFirst("^#+ ", "").equals(section);
            }
            String first = line.startsWith("|") ? line.split("\\|", 3)[1].strip() : "";
            if (inSection && inTable && !first.isEmpty() && !first.startsWith("---")) {
                cells.add(first);
            }
            inTable = !first.isEmpty() && (inTable || first.equals(heading));
        }
        return cells;
    }

    /** What is missing or too much, in sentences; nothing if all is well. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void compare(Set<String> found, String where, Predicate<String> expected) {
        keys.stream()
                .filter(expected)
                .filter(key -> !found.contains(key))
                .forEach(key -> faults.add(key + " is missing in " + where));
        found.stream()
                .filter(key -> !keys.contains(key) && !others.contains(key))
                .forEach(key -> faults.add(key + " stands in " + where + ", but is no key"));
    }

    private void requireWords(Path file, String... references) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        for (String reference : references) {
            boolean known = reference.startsWith("%")
                    && !words.getProperty(reference.substring(1), "").isBlank();
            if (!known) {
                faults.add(String.format(Locale.ROOT, "%s has no words for '%s'", file.getFileName(), reference));
            }
        }
    }

    private static Element parsed(Path xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(xml.toFile()).getDocumentElement();
            return root;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Not a description of keys: " + xml, e);
        }
    }
}
