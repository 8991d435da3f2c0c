package org.clientele.store;

import java.util.UUID;

class H2MigrationTest extends MigrationContract {

    @Override
    StoreOnDatabase empty() {
        return new StoreOnDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    }
}
