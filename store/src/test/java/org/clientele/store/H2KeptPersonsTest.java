package org.clientele.store;

import java.util.UUID;

class H2KeptPersonsTest extends KeptPersonsContract {

    @Override
    StoreOnDatabase empty() {
        return new StoreOnDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    }
}
