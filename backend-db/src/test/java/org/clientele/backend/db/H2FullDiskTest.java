package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the embedded database is full for a while. */
class H2FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @BeforeAll
    static void register() {
        FilePath.register(new FullDisk());
    }

    @AfterEach
    void makeRoom() {
        FullDisk.makeRoom();
    }

    @Test
    void nothingAcknowledgedIsLostAndWritingGoesOnWhenThereIsRoomAgain() throws Exception {
        H2Database database = new H2Database("full", directory.resolve("clientele") + ";WRITE_DELAY=0");
        database.reset();
        List<String> acknowledged = new ArrayList<>();
        try (PooledDatabase pooled = new PooledDatabase(database);
                TestSource source = TestSource.customerUsers(pooled, Map.of())) {
            add(source, acknowledged, 20);
            FullDisk.fill();

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> add(source, acknowledged, 20_000))
                    .withMessage(
                            "The database of CustomerUser could not write (SQL state HY000); its disk may be full.");
            assertThat(pooled.pool().getActiveConnections()).isZero();
            FullDisk.makeRoom();

            await().atMost(PATIENCE).until(() -> works(source, acknowledged));
            assertThat(pooled.query("select login from customer_user").lines()).containsAll(acknowledged);
            assertThat(pooled.pool().getActiveConnections()).isZero();
        }
        assertThat(database.query("select login from customer_user").lines()).containsAll(acknowledged);
    }

    private static void add(TestSource source, List<String> acknowledged, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            String login = "user" + acknowledged.size();
            source.add(login);
            acknowledged.add(login);
        }
    }

    private static boolean works(TestSource source, List<String> acknowledged) throws Exception {
        try {
            String login = "again" + System.nanoTime();
            source.add(login);
            return acknowledged.add(login);
        } catch (SourceUnavailableException e) {
            return false;
        }
    }
}
