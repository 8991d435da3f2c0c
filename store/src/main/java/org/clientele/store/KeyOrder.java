package org.clientele.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** How a database orders the keys of logins by code point, as all lists are ordered. */
enum KeyOrder {
    /** By the collation of the column. */
    AS_TEXT("active_key", "?"),
    /** H2 orders text by UTF-16 unit; so there the same is kept as UTF-8 too. */
    AS_BYTES("active_order", "stringtoutf8(?)");

    private final String column;
    private final String value;

    KeyOrder(String column, String value) {
        this.column = column;
        this.value = value;
    }

    /** Of the database behind a transaction; asks the driver, not the database. */
    static KeyOrder of(EntityManager entities) {
        try {
            String product = entities.unwrap(Connection.class).getMetaData().getDatabaseProductName();
            return product.equals("H2") ? AS_BYTES : AS_TEXT;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Whether an index keeps the order of its last column where the others are compared with one value. */
    boolean isKeptBehindEqual() {
        return this == AS_TEXT;
    }

    /** The column of {@code customer_user_ref}, null for a reference that owns no login. */
    String column() {
        return column;
    }

    /** What stands for a key that is compared with the column. */
    String value() {
        return value;
    }
}
