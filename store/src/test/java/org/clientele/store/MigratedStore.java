package org.clientele.store;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests of the store on a database that is migrated once for their class; each finds the store's tables empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MigratedStore {

    /** What refers to others first. */
    private static final List<String> TABLES = List.of(
            "customer_user_permission",
            "customer_permission",
            "customer_assignment",
            "access_group",
            "customer_ref",
            "customer_user_preference",
            "customer_user_token",
            "write_reservation",
            "audit_entry",
            "customer_user_ref",
            "source_answered");

    private StoreOnDatabase database;

    /** A database of its own for the class, empty. */
    abstract StoreOnDatabase empty() throws Exception;

    @BeforeAll
    final void open() throws Exception {
        database = empty().patient().open();
    }

    @BeforeEach
    final void clear() throws SQLException {
        for (String table : TABLES) {
            database.execute("delete from " + table);
        }
    }

    @AfterAll
    final void close() {
        database.close();
    }

    final StoreOnDatabase database() {
        return database;
    }
}
