package org.clientele.backend.db;

import java.util.Optional;
import org.clientele.testkit.StorageFixture;

/** The default tables, empty, in a database that can be taken away. */
abstract class SwitchedFixture implements StorageFixture {
    final SwitchedDatabase database;

    SwitchedFixture(TestDatabase database) throws Exception {
        this.database = new SwitchedDatabase(database);
        this.database.reset();
    }

    @Override
    public final Optional<Outage> outage() {
        return Optional.of(database.outage());
    }

    @Override
    public final Optional<Outage> silence() {
        return Optional.of(database.silence());
    }
}
