package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Password;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.RecordChange;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

/** The default table with the people of one test, written past the source. */
final class TableFixture extends SwitchedFixture implements Fixture {
    private static final String INSERT = "insert into customer_user (login, email, customer_id, first_name, last_name,"
            + " valid_id, badge, create_time, create_by, change_time, change_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, current_timestamp, 'test', current_timestamp, 'test')";

    private static final String ADD_NUMBER = "alter table customer_user add badge integer";

    private final TestSource source;
    private final List<TestSource> reconfigured = new ArrayList<>();

    TableFixture(TestDatabase database, List<TestPerson> people, Map<String, String> configuration) throws Exception {
        super(database);
        try (Connection connection = this.database.dataSource().getConnection()) {
            try (Statement alter = connection.createStatement()) {
                alter.execute(ADD_NUMBER);
            }
            insert(connection, people);
        }
        Map<String, String> keys = new HashMap<>(configuration);
        keys.put("searchFields", "login,email,customer_id,first_name,last_name");
        keys.put("searchListLimit", "100000");
        keys.put("nameFields", "first_name,last_name");
        keys.put("map.17", TestPerson.NUMBER + " | Number | badge | 1 | 0 | int | | 0 | |");
        source = TestSource.customerUsers(this.database, keys);
    }

    private static void insert(Connection connection, List<TestPerson> people) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (TestPerson person : people) {
                insert.setString(1, person.login());
                insert.setString(2, person.email());
                insert.setString(3, person.customerId());
                insert.setString(4, person.firstName());
                insert.setString(5, person.lastName());
                insert.setInt(6, person.validity().id());
                insert.setObject(7, person.number().isEmpty() ? null : Integer.valueOf(person.number()), Types.INTEGER);
                insert.addBatch();
            }
            if (!people.isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    /** The same with passwords by login, as the source stores them. */
    TableFixture withPasswords(Map<String, String> passwords) throws Exception {
        for (Map.Entry<String, String> entry : passwords.entrySet()) {
            Optional<Password> password = Optional.of(Password.of(entry.getValue()));
            source.writable().update(new RecordChange(entry.getKey(), Map.of(), password, "test"), TestSource.soon());
        }
        return this;
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
    public void close() {
        reconfigured.forEach(TestSource::close);
        source.close();
    }
}
