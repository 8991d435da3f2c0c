package org.clientele.backend.db;

import javax.sql.DataSource;

/** A database with something around its data source. */
abstract class DelegatingDatabase implements TestDatabase {
    private final TestDatabase database;

    DelegatingDatabase(TestDatabase database) {
        this.database = database;
    }

    @Override
    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public String user() {
        return database.user();
    }

    @Override
    public String password() {
        return database.password();
    }

    @Override
    public String driver() {
        return database.driver();
    }

    @Override
    public String customerUserTable() {
        return database.customerUserTable();
    }

    @Override
    public String customerTable() {
        return database.customerTable();
    }
}
