package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlOtrsTableIT extends OtrsTableContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    OtrsTables tables() {
        return OtrsTables.onPostgreSql(SERVER);
    }
}
