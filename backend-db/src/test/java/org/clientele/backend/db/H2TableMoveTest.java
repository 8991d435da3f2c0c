package org.clientele.backend.db;

class H2TableMoveTest extends TableMoveContract {
    @Override
    TestDatabase database() throws Exception {
        return new H2Database("move");
    }
}
