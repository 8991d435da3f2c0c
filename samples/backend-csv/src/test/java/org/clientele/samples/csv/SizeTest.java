package org.clientele.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation promises that a back end is little work, and names this one. */
class SizeTest {
    @Test
    void aWholeBackEndIsUnderTwoHundredLines() throws Exception {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        int lines = 0;
        for (Path source : sources) {
            lines += Files.readAllLines(source).size();
        }
        assertThat(sources).isNotEmpty();
        assertThat(lines).isLessThan(200);
    }
}
