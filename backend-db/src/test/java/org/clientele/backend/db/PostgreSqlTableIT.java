package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlTableIT extends ServerTableContract {
    @RegisterExtension
    static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    DatabaseServer database() {
        return SERVER;
    }
}
