package org.clientele.backend.db;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A source over the default table of a real database, new for each test. */
abstract class TableUnderTest {
    static final String LONGEST = "x".repeat(191);

    TestSource source;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        database().reset();
        source = TestSource.customerUsers(database(), Map.of());
    }

    @AfterEach
    void close() {
        source.close();
    }
}
