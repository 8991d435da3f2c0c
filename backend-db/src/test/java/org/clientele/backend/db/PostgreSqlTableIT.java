package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlTableIT extends ServerTableContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    ServerDatabase<?> database() {
        return SERVER;
    }
}
