package org.clientele.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.clientele.transfer.CsvException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "'",
            "''",
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            "\\",
            "#",
            "O'Brien",
            "Ünal",
            "カス",
            "x\"y <z>",
            "${a}",
            "=1+1",
            "-5",
            "'=x",
            "\uFEFF",
            "😀",
            "%",
            "_",
            "null",
            "x".repeat(191));

    @Test
    void whatIsWrittenIsWhatIsRead() throws Exception {
        Random random = new Random(5);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("UserLogin", "a", "b", "c"));
        for (int i = 0; i < 3000; i++) {
            rows.add(Stream.generate(() -> text(random)).limit(4).toList());
        }
        assertThat(read(bytes(rows))).isEqualTo(rows);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", "\rx", "'=x"})
    void aCellThatLooksLikeAFormulaBeginsWithAnApostrophe(String cell) throws Exception {
        String file = new String(bytes(List.of(List.of("a", cell))), StandardCharsets.UTF_8);
        assertThat(file.replace("\"", "")).isEqualTo("\uFEFFa,'" + cell + "\r\n");
    }

    @Test
    void otherCellsStayAsTheyAre() throws Exception {
        String file = new String(bytes(List.of(List.of("O'Brien", "'x", "a=b", "x\"y <z>"))), StandardCharsets.UTF_8);
        assertThat(file).isEqualTo("\uFEFFO'Brien,'x,a=b,\"x\"\"y <z>\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1;2,3\n", "a;b\n1,2;3\n", "a\tb\n1;2\t3\n", "\uFEFF\"a;;;;\",b\n1;2,3"})
    void theSeparatorIsToldFromTheHeading(String file) throws Exception {
        assertThat(read(file.getBytes(StandardCharsets.UTF_8)).get(1))
                .hasSize(2)
                .last()
                .isEqualTo("3");
    }

    @Test
    void theSeparatorCanBeNamed() throws Exception {
        try (CsvReader reader = new CsvReader(in("a;b,c\n"), CsvSeparator.of("comma"))) {
            assertThat(reader.heading()).containsExactly("a;b", "c");
        }
    }

    @Test
    void rowsCountAsInASpreadsheetAndBlankOnesAreKnown() throws Exception {
        try (CsvReader reader = new CsvReader(in("a,b\n\n\"x\ny\",1\n , \nz,2"), Optional.empty())) {
            assertThat(reader.next().orElseThrow().isBlank()).isTrue();
            assertThat(reader.next().orElseThrow()).isEqualTo(new CsvRow(3, List.of("x\ny", "1")));
            assertThat(reader.next().orElseThrow().isBlank()).isTrue();
            assertThat(reader.next().orElseThrow().number()).isEqualTo(5);
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aRowThatIsNotUtf8IsNamed() {
        byte[] latin = "a,b\nx,y\nÜnal,z\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(latin, Kind.NOT_UTF8, 3);
        assertRefused("a,b\nx,y\n".getBytes(StandardCharsets.UTF_16), Kind.NOT_UTF8, 1);
        assertRefused("ä;b\n".getBytes(Charset.forName("windows-1252")), Kind.NOT_UTF8, 1);
    }

    @Test
    void quotesThatDoNotMatchAreRefused() {
        assertRefused(utf8("a,b\n\"x\"y,1\n"), Kind.QUOTES, 2);
        assertRefused(utf8("a,b\n1,2\n\"x,1\n"), Kind.QUOTES, 3);
    }

    @Test
    void aFileWithoutHeadingIsRefused() {
        assertRefused(utf8(""), Kind.EMPTY, 1);
        assertRefused(utf8("\uFEFF\n\n"), Kind.EMPTY, 1);
        assertRefused(utf8(" , ,\nx,y,z"), Kind.EMPTY, 1);
    }

    @Test
    void tooManyColumnsAndTooLongCellsAreRefused() throws Exception {
        assertRefused(utf8("a\n" + ",".repeat(CsvReader.MOST_COLUMNS) + "\n"), Kind.TOO_WIDE, 2);
        String longest = "x".repeat(CsvReader.LONGEST_CELL);
        assertThat(read(utf8("a\n" + longest + "\n"))).hasSize(2);
        assertRefused(utf8("a\n" + longest + "x\n"), Kind.LONG_CELL, 2);
    }

    @Test
    void tooManyRowsAreRefused() throws Exception {
        String most = "a\n" + "x\n".repeat(CsvReader.MOST_ROWS - 1);
        assertThat(read(utf8(most))).hasSize(CsvReader.MOST_ROWS);
        assertRefused(utf8(most + "x\n"), Kind.TOO_LONG, CsvReader.MOST_ROWS);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at++ == 2 ? '"' : at == 2 ? '\n' : 'x';
            }
        };
        assertThatThrownBy(() -> read(endless))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LONG_CELL));
    }

    @Test
    void aStreamThatBreaksIsNoFaultOfTheFile() {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at++ > 20_000) {
                    throw new IOException("gone");
                }
                return at % 10 == 0 ? '\n' : 'x';
            }
        };
        assertThatThrownBy(() -> read(broken)).isInstanceOf(IOException.class).hasMessage("gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\"x\"y,z\n", "\uFFFF\n"})
    void aFileWhoseHeadingCannotBeReadIsClosed(String file) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(utf8(file)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatThrownBy(() -> new CsvReader(in, Optional.empty())).isInstanceOf(CsvException.class);

        assertThat(closed).isTrue();
    }

    private static void assertRefused(byte[] file, Kind kind, long row) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(CsvException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.row()).isEqualTo(row);
        });
    }

    private static byte[] bytes(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            for (List<String> row : rows) {
                writer.row(row);
            }
        }
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] file) throws Exception {
        return read(new ByteArrayInputStream(file));
    }

    private static List<List<String>> read(InputStream in) throws Exception {
        try (CsvReader reader = new CsvReader(in, Optional.empty())) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(reader.heading());
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get().cells());
            }
            return rows;
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
