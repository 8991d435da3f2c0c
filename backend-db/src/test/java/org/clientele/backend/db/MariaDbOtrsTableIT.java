package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbOtrsTableIT extends OtrsTableContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    OtrsTables tables() {
        return OtrsTables.onMariaDb(SERVER);
    }
}
