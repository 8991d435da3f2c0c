package org.clientele.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to files: their format, their changes, their faults. */
class CsvFileTest {
    private static final String HEADER = "login,email,customer_id,first_name,last_name\n";
    private static final SourceQuery EVERYBODY = new SourceQuery(Criterion.ALL, Optional.empty(), 100, true);

    @TempDir
    Path folder;

    private long written;

    private Path file() {
        return folder.resolve("people.csv");
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static String person(String login) {
        return login + "," + login + "@example.com,example,Ann,O'Brien\n";
    }

    /** Writes the file as if that had been a while ago, each time a little later. */
    private void write(byte[] content) throws IOException {
        Files.write(file(), content);
        Instant before = Instant.now().minusSeconds(3600);
        Files.setLastModifiedTime(file(), FileTime.from(before.plusSeconds(++written)));
    }

    private void write(String content) throws IOException {
        write(content.getBytes(StandardCharsets.UTF_8));
    }

    private CsvSource source(String... keys) {
        Map<String, Object> properties = new HashMap<>(Map.of("slot", "CustomerUser1", "file", file().toString()));
        for (int i = 0; i < keys.length; i += 2) {
            properties.put(keys[i], keys[i + 1]);
        }
        return new CsvSource(properties);
    }

    private static List<String> logins(CsvSource source) throws SourceUnavailableException {
        return source.search(EVERYBODY, soon()).records().stream()
                .map(SourceRecord::id)
                .toList();
    }

    private static Reason reason(CsvSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find("anna", soon()))
                .reason();
    }

    private static void assertFinding(CsvSource source, Finding.Severity severity, String key, String... words) {
        assertThat(source.condition().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.message()).contains(words);
        });
    }

    @Test
    void quotesDelimitersLineBreaksAndSpecialCharactersAreValues() throws Exception {
        write(HEADER + "\"a,b\",\"x\"\"y <z>@example.com\",\"R&D\n2nd line\",カス,Ünal ${a} 100%_\\\r\n");

        SourceRecord found = source().find("a,b", soon()).orElseThrow();

        assertThat(found.name()).isEqualTo("カス Ünal ${a} 100%_\\");
        assertThat(found.fields())
                .containsEntry("UserEmail", List.of("x\"y <z>@example.com"))
                .containsEntry("UserCustomerID", List.of("R&D\n2nd line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", "  \t\n"})
    void blankLinesAreNobody(String blank) throws Exception {
        write(HEADER + person("Ünal") + blank + person("カス") + blank);

        CsvSource source = source();
        assertThat(logins(source)).containsExactly("Ünal", "カス");
        assertThat(source.condition().findings()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        write("\uFEFF" + HEADER + person("Ünal"));
        assertThat(logins(source())).containsExactly("Ünal");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "|", "tab"})
    void theDelimiterIsConfigured(String delimiter) throws Exception {
        write((HEADER + person("anna")).replace(",", delimiter.replace("tab", "\t")));
        assertThat(logins(source("delimiter", delimiter))).containsExactly("anna");
    }

    @Test
    void furtherColumnsAreFieldsOnceTheMapHasThem() throws Exception {
        write("room," + HEADER + "R 101," + person("anna"));
        CsvSource source = source("map.6", "UserRoom | Room | room | 1 | 0 | var | | 1 | |");
        assertThat(source.find("anna", soon()).orElseThrow().fields()).containsEntry("UserRoom", List.of("R 101"));
    }

    @Test
    void ofSeveralLinesWithOneLoginTheFirstWins() throws Exception {
        write(HEADER + person("anna") + person("ANNA").replace("Ann,", "Other,") + ",x@example.com,example,No,Login\n");
        CsvSource source = source();
        assertThat(source.find("Anna", soon()).orElseThrow().name()).isEqualTo("Ann O'Brien");
        assertThat(logins(source)).containsExactly("anna");
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(source.condition().findings())
                .extracting(Finding::severity, finding -> finding.message().substring(0, 6))
                .containsExactly(tuple(Finding.Severity.WARNING, "line 3"), tuple(Finding.Severity.WARNING, "line 4"));
    }

    @Test
    void loginsThatDifferInCaseAreDifferentWhereCaseMatters() throws Exception {
        write(HEADER + person("anna") + person("ANNA"));
        assertThat(logins(source("searchCaseSensitive", "1"))).containsExactly("ANNA", "anna");
    }

    @Test
    void manyOddLinesAreFewFindings() throws Exception {
        write(HEADER + person("anna").repeat(1000));
        CsvSource source = source();
        assertThat(logins(source)).containsExactly("anna");
        assertThat(source.condition().findings()).hasSize(20);
    }

    @Test
    void aMissingFileIsWaitedFor() throws Exception {
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.WAITING);
        assertThat(source.condition().state()).isEqualTo(SourceState.WAITING);
        assertFinding(source, Finding.Severity.ERROR, "file", "is not there", file().toString());
        write(HEADER + person("anna"));
        assertThat(logins(source)).containsExactly("anna");
        assertThat(source.condition()).isEqualTo(SourceCondition.of(List.of()));
        Files.delete(file());
        assertThat(reason(source)).isEqualTo(Reason.WAITING);
        assertThat(source.condition().state()).isEqualTo(SourceState.WAITING);
    }

    @Test
    void aChangedFileIsReadAgainAsAWhole() throws Exception {
        write(HEADER + person("anna") + person("ben"));
        CsvSource source = source();
        assertThat(logins(source)).containsExactly("anna", "ben");
        write(HEADER + person("ben") + person("zoe"));
        assertThat(logins(source)).containsExactly("ben", "zoe");
        assertThat(source.find("anna", soon())).isEmpty();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsReadWhenThatHasEnded() throws Exception {
        write(HEADER + person("anna"));
        CsvSource source = source();
        assertThat(logins(source)).containsExactly("anna");
        Files.writeString(file(), HEADER + person("ben"));
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().plusMillis(500)));
        assertThat(logins(source)).containsExactly("anna");
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(2)));
        assertThat(logins(source)).containsExactly("ben");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna,a@example.com,example,Ann,Lee\nben,b@exa",
                "anna,a@example.com,example,Ann,Lee\nben,b@example.com,example,\"Be",
                "anna,a@example.com,example,Ann,Lee\nben,b@example.com,example,Ben,Lee,too many\n"
            })
    void aBrokenFileKeepsTheLastGoodOneAndSaysWhichLine(String lines) throws Exception {
        write(HEADER + person("zoe"));
        CsvSource source = source();
        assertThat(logins(source)).containsExactly("zoe");

        write(HEADER + lines);

        assertThat(logins(source)).containsExactly("zoe");
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertFinding(source, Finding.Severity.WARNING, "file", "line 3", "until this is mended");
        write(HEADER + person("ben"));
        assertThat(logins(source)).containsExactly("ben");
        assertThat(source.condition().findings()).isEmpty();
    }

    @Test
    void aFileThatWasNeverGoodIsMisconfigured() throws Exception {
        write("login,email\nanna,a@example.com\n");
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertThat(source.condition().state()).isEqualTo(SourceState.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "line 1", "customer_id", "first_name");
        write(HEADER + person("anna"));
        assertThat(logins(source)).containsExactly("anna");
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
    }

    @Test
    void anotherEncodingIsNamedWithItsLine() throws Exception {
        write((HEADER + person("anna") + person("ünal")).getBytes(Charset.forName("windows-1252")));
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "line 3", "UTF-8");
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefused() throws Exception {
        write("login," + HEADER + "x," + person("anna"));
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "login");
    }

    @Test
    void anEmptyFileNamesNoColumns() throws Exception {
        write("");
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "line 1", "login");
    }

    @Test
    void aFileBeyondTheLimitIsRefused() throws Exception {
        byte[] large = new byte[16 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');
        write(large);
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "16777216 bytes", "database");
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        Files.createDirectory(file());
        CsvSource source = source();
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertFinding(source, Finding.Severity.ERROR, "file", "directory");
    }

    @Test
    void faultsOfTheConfigurationAreFindingsByKey() {
        CsvSource source = source("file", "", "delimiter", "::", "fiel", "x");
        assertThat(reason(source)).isEqualTo(Reason.MISCONFIGURED);
        assertThat(source.condition().findings())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder("file", "delimiter", "fiel");
    }

    @Test
    void readersOfAFileThatChangesSeeOneStateOrTheOther() throws Exception {
        write(HEADER + person("anna") + person("ben"));
        CsvSource source = source();
        List<List<String>> states = List.of(List.of("anna", "ben"), List.of("ben", "zoe"));
        assertThat(logins(source)).isEqualTo(states.get(0));
        try (Reader reader = new Reader(source)) {
            for (int i = 1; i <= 40; i++) {
                Path next = folder.resolve("next.csv");
                Files.writeString(
                        next,
                        HEADER
                                + person(states.get(i % 2).get(0))
                                + person(states.get(i % 2).get(1)));
                Files.setLastModifiedTime(next, FileTime.fromMillis(i * 1000L));
                Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
                assertThat(logins(source)).isEqualTo(states.get(i % 2));
            }
            assertThat(reader.seen()).isSubsetOf(states);
        }
    }
}
