package org.clientele.backend.db;

class DerbyTableTest extends TableContract {
    private static final DerbyDatabase DATABASE = new DerbyDatabase("table");

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
