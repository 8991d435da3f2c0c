package org.clientele.backend.db;

class H2TableTest extends TableContract {
    private static final H2Database DATABASE = new H2Database("table");

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
