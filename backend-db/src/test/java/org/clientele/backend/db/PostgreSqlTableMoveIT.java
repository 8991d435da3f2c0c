package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlTableMoveIT extends TableMoveContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    TestDatabase database() {
        return SERVER;
    }
}
