package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbTableIT extends ServerTableContract {
    @RegisterExtension
    static final MariaDbServer SERVER = new MariaDbServer();

    @Override
    DatabaseServer database() {
        return SERVER;
    }
}
