package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clientele.SourceState;
import org.clientele.field.Field;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Fields that are added quickly, one after the other and at once, to a source whose configuration is a file. */
public class AddedFieldsTest extends KarafTest {
    private static final String SLOT = "CustomerUser6";
    private static final int EACH = 6;

    private Path file;

    @Before
    public void writeFile() throws Exception {
        awaitState("CustomerUser", SourceState.READY);
        file = Path.of(System.getProperty("karaf.etc"), DATABASE + "-" + SLOT + ".cfg");
        Files.writeString(file, "# map.17 = a comment\ntable = customer_user\nsourceId = added-fields\n");
        awaitState(SLOT, SourceState.READY);
    }

    @After
    public void deleteFile() throws Exception {
        Files.deleteIfExists(file);
        within(20).until(() -> status(SLOT).isEmpty());
    }

    @Test
    public void noneOfManyIsTakenBack() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> added = new ArrayList<>();
            added.add(both.submit(() -> add("A")));
            added.add(both.submit(() -> add("B")));
            for (Future<?> future : added) {
                future.get();
            }
        } finally {
            both.shutdown();
        }

        String[] all = IntStream.range(0, EACH)
                .boxed()
                .flatMap(i -> List.of("UserA" + i, "UserB" + i).stream())
                .toArray(String[]::new);
        within(20).during(Duration.ofSeconds(4)).untilAsserted(() -> {
            assertThat(variables()).contains(all);
            assertThat(Files.readString(file)).contains(all).contains("sourceId", "# map.17 = a comment");
        });
        awaitState(SLOT, SourceState.READY);
    }

    /** Every field is there as soon as it was added. */
    private Void add(String prefix) throws Exception {
        for (int i = 0; i < EACH; i++) {
            String variable = "User" + prefix + i;
            customerUsers.addField(SLOT, field(variable, "its_" + prefix.toLowerCase(Locale.ROOT) + i), 50);
            // the other thread's field may be replacing the source at this moment
            within(20).untilAsserted(() -> {
                assertThat(variables()).contains(variable);
                assertThat(Files.readString(file)).contains(variable);
            });
        }
        return null;
    }

    private List<String> variables() {
        return status(SLOT).orElseThrow().fields().stream().map(Field::variable).toList();
    }
}
