package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbTestableTableIT extends TestableTableContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    TestDatabase database() {
        return SERVER;
    }
}
