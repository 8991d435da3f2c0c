package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.Deadline;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.Test;

/** How the customer users of a renamed customer are moved in a real database. */
abstract class TableMoveContract {
    private static final int MANY = 2 * CustomerUserMover.AT_ONCE + 1;

    /** An empty database. */
    abstract TestDatabase database() throws Exception;

    private static int move(Fixture table, CustomerMove move) throws Exception {
        return ((CustomerMovingSource) table.source()).moveCustomerUsers(move, Deadline.in(Duration.ofSeconds(20)));
    }

    private static List<TestPerson> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> TestPerson.of("p" + i).withCustomerId(i % 2 == 0 ? "acme" : "ACME"))
                .toList();
    }

    @Test
    void soManyAreMovedByOneStatementAndMoreInPortions() throws Exception {
        TestDatabase database = database();
        CustomerMove move = new CustomerMove("acme", "next", true, "editor");
        try (Fixture table = new TableFixture(database, people(MANY), Map.of())) {
            assertThat(move(table, move)).isEqualTo(CustomerUserMover.AT_ONCE);
            assertThat(move(table, move)).isEqualTo(CustomerUserMover.AT_ONCE);
            assertThat(move(table, move)).isEqualTo(1);
            assertThat(move(table, move)).isZero();
            assertThat(database.query("select count(*) from customer_user where customer_id = 'next'"))
                    .isEqualTo("" + MANY);
        }
    }

    @Test
    void theTableSaysWhoMovedThemAndWhen() throws Exception {
        TestDatabase database = database();
        try (Fixture table = new TableFixture(database, people(1), Map.of())) {
            database.run("update customer_user set change_time = '2001-01-01 00:00:00'");

            move(table, new CustomerMove("acme", "next", false, "editor"));

            assertThat(database.query("select create_by, change_by from customer_user"))
                    .isEqualTo("test editor");
            assertThat(database.query("select count(*) from customer_user where change_time > '2020-01-01 00:00:00'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aForeignTableKeepsItsAuditColumns() throws Exception {
        TestDatabase database = database();
        try (Fixture table = new TableFixture(database, people(2), Map.of("foreignDb", "1"))) {
            assertThat(move(table, new CustomerMove("acme", "next", true, "editor")))
                    .isEqualTo(2);
            assertThat(database.query("select distinct change_by from customer_user"))
                    .isEqualTo("test");
        }
    }
}
