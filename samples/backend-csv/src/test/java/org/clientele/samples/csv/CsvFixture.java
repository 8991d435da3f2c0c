package org.clientele.samples.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clientele.spi.CustomerUserSource;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

/** A source over a file that holds the people of one test. */
final class CsvFixture implements Fixture {
    private final Path file;
    private final CsvSource source;

    CsvFixture(Path folder, List<TestPerson> people) throws IOException {
        file = Files.createTempFile(folder, "people", ".csv");
        try (CSVPrinter lines =
                new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            lines.printRecord("login", "email", "customer_id", "first_name", "last_name", "number");
            for (TestPerson person : people) {
                lines.printRecord(
                        person.login(),
                        person.email(),
                        person.customerId(),
                        person.firstName(),
                        person.lastName(),
                        person.number());
            }
        }
        source = new CsvSource(Map.of(
                "slot",
                "CustomerUser1",
                "file",
                file.toString(),
                "map.6",
                TestPerson.NUMBER + " | Number | number | 1 | 0 | int | | 1 | |",
                "searchFields",
                "login,email,customer_id,first_name,last_name"));
    }

    @Override
    public CustomerUserSource source() {
        return source;
    }

    @Override
    public Optional<Outage> outage() {
        Path away = file.resolveSibling(file.getFileName() + ".away");
        return Optional.of(new Outage() {
            @Override
            public void begin() throws IOException {
                Files.move(file, away);
            }

            @Override
            public void end() throws IOException {
                Files.move(away, file);
            }
        });
    }

    @Override
    public void close() {
        // nothing is open between calls, and the folder is the test's
    }
}
