package org.clientele.backend.ldap;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What a page of {@code docs} shows as it is to be written, in blocks that are set off. */
final class DocumentedFile {
    private static final String INDENT = "    ";

    private DocumentedFile() {}

    static List<String> blocks(String page) throws IOException {
        return Arrays.stream(Files.readString(Path.of("../docs", page)).split("\n\n"))
                .filter(part -> part.startsWith(INDENT))
                .map(part -> part + "\n")
                .toList();
    }

    /** The lines of the first block with this line. */
    static List<String> lines(String page, String line) throws IOException {
        return block(page, line).lines().map(String::strip).toList();
    }

    /** The configuration that is the first block with this line; what Karaf resolves is resolved. */
    static Map<String, String> keys(String page, String line) throws IOException {
        return keys(block(page, line));
    }

    /** The same of a block. */
    static Map<String, String> keys(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> keys = new HashMap<>();
        properties.forEach((key, value) -> keys.put((String) key, resolved((String) value)));
        keys.put("service.pid", LdapSourceComponent.PID + "~CustomerUser1");
        return keys;
    }

    private static String block(String page, String line) throws IOException {
        return blocks(page).stream()
                .filter(part -> part.contains(INDENT + line + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static String resolved(String value) {
        return value.replace("${karaf.etc}", "/opt/karaf/etc").replaceAll("\\$\\[secret:.*]", "a resolved secret");
    }
}
