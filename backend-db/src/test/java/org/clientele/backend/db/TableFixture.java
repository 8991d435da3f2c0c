package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.spi.CustomerUserSource;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

/** The default table with the people of one test, written past the source. */
final class TableFixture implements Fixture {
    private static final String INSERT = "insert into customer_user (login, email, customer_id, first_name, last_name,"
            + " valid_id, create_time, create_by, change_time, change_by)"
            + " values (?, ?, ?, ?, ?, ?, current_timestamp, 'test', current_timestamp, 'test')";

    private final TestDatabase database;
    private final TestSource source;
    private final List<TestSource> reconfigured = new ArrayList<>();

    TableFixture(TestDatabase database, List<TestPerson> people, Map<String, String> configuration) throws Exception {
        this.database = database;
        database.reset();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (TestPerson person : people) {
                insert.setString(1, person.login());
                insert.setString(2, person.email());
                insert.setString(3, person.customerId());
                insert.setString(4, person.firstName());
                insert.setString(5, person.lastName());
                insert.setInt(6, person.validity().id());
                insert.addBatch();
            }
            if (!people.isEmpty()) {
                insert.executeBatch();
            }
        }
        Map<String, String> keys = new HashMap<>(configuration);
        keys.put("searchFields", "login,email,customer_id,first_name,last_name");
        keys.put("searchListLimit", "100000");
        keys.put("nameFields", "first_name,last_name");
        source = TestSource.customerUsers(database, keys);
    }

    /** Another source over the same table; it is closed with this fixture. */
    CustomerUserSource reconfigured(Map<String, String> keys) {
        TestSource further = TestSource.customerUsers(database, keys);
        reconfigured.add(further);
        return (CustomerUserSource) further.source();
    }

    @Override
    public CustomerUserSource source() {
        return (CustomerUserSource) source.source();
    }

    @Override
    public Optional<Outage> outage() {
        return database instanceof DatabaseServer server ? Optional.of(new Stopped(server)) : Optional.empty();
    }

    @Override
    public void close() {
        reconfigured.forEach(TestSource::close);
        source.close();
    }

    private record Stopped(DatabaseServer server) implements Outage {
        @Override
        public void begin() {
            server.down();
        }

        @Override
        public void end() throws Exception {
            server.up();
        }
    }
}
