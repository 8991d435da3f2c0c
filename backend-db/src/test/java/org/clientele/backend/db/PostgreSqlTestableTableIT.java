package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlTestableTableIT extends TestableTableContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    TestDatabase database() {
        return SERVER;
    }
}
