package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.clientele.spi.CustomerSource;
import org.clientele.testkit.CustomerFixture;
import org.clientele.testkit.TestCustomer;

/** The default table of customers with those of one test, written past the source; two may have the same name. */
final class CustomerTableFixture extends SwitchedFixture implements CustomerFixture {
    private static final String INSERT = "insert into customer_company (customer_id, name, valid_id,"
            + " create_time, create_by, change_time, change_by)"
            + " values (?, ?, ?, current_timestamp, 'test', current_timestamp, 'test')";

    private final TestSource source;

    CustomerTableFixture(TestDatabase database, List<TestCustomer> customers) throws Exception {
        super(database);
        this.database.run("alter table customer_company drop constraint customer_company_name");
        try (Connection connection = this.database.dataSource().getConnection()) {
            insert(connection, customers);
        }
        source = TestSource.customers(this.database, Map.of("searchListLimit", "100000"));
    }

    private static void insert(Connection connection, List<TestCustomer> customers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (TestCustomer customer : customers) {
                insert.setString(1, customer.customerId());
                insert.setString(2, customer.name());
                insert.setInt(3, customer.validity().id());
                insert.addBatch();
            }
            if (!customers.isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    @Override
    public CustomerSource source() {
        return (CustomerSource) source.source();
    }

    @Override
    public void close() {
        source.close();
    }
}
