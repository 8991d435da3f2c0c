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
import java.util.function.UnaryOperator;

/** The files and commands that a page of {@code docs} shows. */
final class DocumentedPage {
    private final List<String> blocks;

    DocumentedPage(String name) throws IOException {
        blocks = Arrays.stream(Files.readString(Path.of("../docs", name)).split("\n\n"))
                .filter(part -> part.startsWith("    "))
                .map(part -> part.stripIndent().strip() + "\n")
                .toList();
    }

    List<String> blocks() {
        return blocks;
    }

    /** The first block with this line. */
    String block(String line) {
        return blocks.stream()
                .filter(block -> block.lines().anyMatch(line::equals))
                .findFirst()
                .orElseThrow();
    }

    /** The configuration that a block is. */
    static Map<String, String> keys(String block, UnaryOperator<String> resolved) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> keys = new HashMap<>();
        properties.forEach((key, value) -> keys.put((String) key, resolved.apply((String) value)));
        keys.put("service.pid", LdapSourceComponent.PID + "~CustomerUser1");
        return keys;
    }
}
