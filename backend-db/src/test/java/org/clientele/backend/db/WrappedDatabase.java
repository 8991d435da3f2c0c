package org.clientele.backend.db;

/** Another database with a data source of its own. */
abstract class WrappedDatabase implements TestDatabase {
    final TestDatabase database;

    WrappedDatabase(TestDatabase database) {
        this.database = database;
    }

    @Override
    public final String url() {
        return database.url();
    }

    @Override
    public final String user() {
        return database.user();
    }

    @Override
    public final String password() {
        return database.password();
    }

    @Override
    public final String driver() {
        return database.driver();
    }

    @Override
    public final void drop(String table) {
        database.drop(table);
    }

    @Override
    public final String customerUserTable() {
        return database.customerUserTable();
    }

    @Override
    public final String customerTable() {
        return database.customerTable();
    }
}
