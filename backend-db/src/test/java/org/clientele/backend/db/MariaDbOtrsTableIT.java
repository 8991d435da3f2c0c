package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbOtrsTableIT extends OtrsTableContract {
    @RegisterExtension
    static final MariaDbServer SERVER = new MariaDbServer();

    @Override
    OtrsTables tables() {
        return OtrsTables.onMariaDb(SERVER);
    }
}
