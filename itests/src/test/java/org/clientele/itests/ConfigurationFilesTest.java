package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Files of an operator in {@code etc}. */
public class ConfigurationFilesTest extends KarafTest {
    private static final String SLOT = "CustomerUser4";
    /** What is promised of a file that is dropped; the rest is not about the time. */
    private static final double PROMISED = 5;

    private static final double LIMIT = 20;

    private Path file;
    private PeopleServer server;

    @Before
    public void startServer() throws Exception {
        file = Path.of(System.getProperty("karaf.etc"), LDAP + "-" + SLOT + ".cfg");
        server = new PeopleServer("files").with(List.of("file-ünal", "file-zoe"));
    }

    @After
    public void stopServer() throws IOException {
        Files.deleteIfExists(file);
        within(LIMIT).until(() -> status(SLOT).isEmpty());
        server.close();
    }

    @Test
    public void aDroppedFileIsASourceWithinFiveSeconds() throws Exception {
        write("People of the file");

        within(PROMISED).untilAsserted(() -> {
            assertThat(name()).contains("People of the file");
            assertThat(logins("file")).containsExactly("file-zoe", "file-ünal");
        });
        assertThat(status(SLOT).orElseThrow().state()).isEqualTo(SourceState.READY);
    }

    @Test
    public void anEditedFileReplacesTheSource() throws Exception {
        write("Before");
        within(LIMIT).until(() -> name().equals(Optional.of("Before")));

        write("After", "alwaysFilter", "(uid=file-zoe)");

        within(LIMIT).untilAsserted(() -> {
            assertThat(name()).contains("After");
            assertThat(logins("file")).containsExactly("file-zoe");
        });
    }

    @Test
    public void aDeletedFileTakesTheSlotAway() throws Exception {
        write("Going");
        within(LIMIT).until(() -> name().equals(Optional.of("Going")));

        Files.delete(file);

        within(LIMIT).untilAsserted(() -> {
            assertThat(status(SLOT)).isEmpty();
            assertThat(list("file").sources())
                    .noneMatch(report -> report.source().equals(SLOT));
        });
    }

    @Test
    public void aFileInJsonIsASourceToo() throws Exception {
        file = Path.of(System.getProperty("karaf.etc"), LDAP + "~" + SLOT + ".cfg.json");
        String keys = server.configuration(Map.of("name", "People \u00e0 la JSON")).entrySet().stream()
                .map(key -> "\"" + key.getKey() + "\": \"" + key.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
        Files.writeString(file, keys);

        within(LIMIT).untilAsserted(() -> {
            assertThat(name()).contains("People \u00e0 la JSON");
            assertThat(logins("file")).containsExactly("file-zoe", "file-ünal");
        });
    }

    private Optional<String> name() {
        return status(SLOT).map(SourceStatus::name);
    }

    private void write(String name, String... more) throws IOException {
        TreeMap<String, String> keys = new TreeMap<>(server.configuration(Map.of("name", name)));
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        StringBuilder text = new StringBuilder("# written by a test\n");
        keys.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(file, text);
    }
}
