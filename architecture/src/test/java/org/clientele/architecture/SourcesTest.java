package org.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final int MOST_LINES = 400;

    @Test
    void noSourceIsLongerThanAPersonReads() throws IOException {
        List<Path> sources = Modules.sources();
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES) {
                tooLong.add(Modules.nameOf(source) + ": " + lines);
            }
        }
        assertThat(sources).as("sources found").hasSizeGreaterThan(10);
        assertThat(tooLong).as("sources of more than %d lines", MOST_LINES).isEmpty();
    }
}
