package org.clientele.demo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.field.Fields;
import org.junit.jupiter.api.Test;

/** The rows that the demo adds to its database. */
class DemoRowsTest {

    @Test
    void everyStartHasTheSameSixtyCustomers() {
        List<Map<String, String>> customers = DemoCompanies.all();

        assertThat(customers).hasSize(60).isEqualTo(DemoCompanies.all());
        assertThat(distinct(customers, Fields.CUSTOMER_ID)).hasSize(60);
        assertThat(distinct(customers, Fields.CUSTOMER_NAME)).hasSize(60).doesNotContain("");
    }

    @Test
    void everyStartHasTheSameFiveHundredCustomerUsers() {
        List<Map<String, String>> users = DemoUsers.all();

        assertThat(users).hasSize(500).isEqualTo(DemoUsers.all());
        assertThat(distinct(users, Fields.LOGIN)).hasSize(500);
        assertThat(distinct(users, Fields.EMAIL))
                .hasSize(500)
                .allMatch(email -> email.matches("[a-z]+\\.[a-z]+\\d+@[a-z-]+\\.example"));
    }

    @Test
    void everyCustomerUserBelongsToACustomerOfTheDemo() {
        assertThat(DemoCompanies.ids())
                .containsAll(distinctAsWritten(DemoUsers.all(), Fields.CUSTOMER))
                .hasSize(60);
    }

    /** As the database compares: without regard to case. */
    private static Set<String> distinct(List<Map<String, String>> rows, String variable) {
        return distinctAsWritten(rows, variable).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> distinctAsWritten(List<Map<String, String>> rows, String variable) {
        return rows.stream().map(row -> row.getOrDefault(variable, "")).collect(Collectors.toSet());
    }
}
