package org.clientele.backend.db;

class DerbyTableMoveTest extends TableMoveContract {
    @Override
    TestDatabase database() throws Exception {
        return new DerbyDatabase("move");
    }
}
