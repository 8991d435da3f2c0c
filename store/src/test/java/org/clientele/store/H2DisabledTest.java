package org.clientele.store;

import java.util.UUID;

class H2DisabledTest extends DisabledContract {

    @Override
    StoreOnDatabase empty() {
        return new StoreOnDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    }
}
