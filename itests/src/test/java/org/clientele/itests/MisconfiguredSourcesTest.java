package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.Answer;
import org.clientele.Finding;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.junit.Before;
import org.junit.Test;

/** Sources whose configuration has faults, beside one that works. */
public class MisconfiguredSourcesTest extends KarafTest {
    private static final String FAULTY = "CustomerUser3";

    @Before
    public void haveCustomer() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
    }

    @Test
    public void everyFaultIsAFindingByKey() throws Exception {
        configure(
                DATABASE,
                FAULTY,
                Map.of(
                        "tabel", "customer_user",
                        "map.17", "UserRoom | Room | room",
                        "map.18", "UserFloor | Floor | floor | 7 | 0 | var | | 0 | |",
                        "dsn", "DBI:mysql:database=customers;host=db.example.com",
                        "cacheTtl", "soon"));

        awaitState(FAULTY, SourceState.MISCONFIGURED);
        assertThat(errors()).contains("tabel", "map.17", "map.18", "dsn", "cacheTtl");
        assertThat(message("dsn")).contains("jdbc:mariadb://db.example.com");
        assertTheOtherSourceWorks("misconfigured-keys");
    }

    @Test
    public void anUnknownColumnIsAFindingOfTheStorage() throws Exception {
        configure(DATABASE, FAULTY, Map.of("map.17", "UserRoom | Room | no_such_column | 1 | 0 | var | | 0 | |"));

        awaitState(FAULTY, SourceState.MISCONFIGURED);
        assertThat(errors()).containsExactly("map.17");
        assertThat(message("map.17")).contains("no_such_column");
        assertTheOtherSourceWorks("misconfigured-column");
    }

    @Test
    public void anLdapSourceWithoutServerIsMisconfigured() throws Exception {
        configure(LDAP, FAULTY, Map.of("scope", "everywhere", "CustomerUserSearchFields", "cn"));

        awaitState(FAULTY, SourceState.MISCONFIGURED);
        assertThat(errors()).contains("host", "baseDn", "scope", "CustomerUserSearchFields");
        assertThat(message("CustomerUserSearchFields")).contains("searchFields");
        assertTheOtherSourceWorks("misconfigured-ldap");
    }

    @Test
    public void aMendedConfigurationWorks() throws Exception {
        configure(DATABASE, FAULTY, Map.of("tabel", "customer_user"));
        awaitState(FAULTY, SourceState.MISCONFIGURED);

        configure(DATABASE, FAULTY, Map.of("table", "customer_user"));

        awaitState(FAULTY, SourceState.READY);
    }

    private void assertTheOtherSourceWorks(String login) throws Exception {
        assertThat(add("CustomerUser", login, Optional.empty()).source()).isEqualTo("CustomerUser");
        assertThat(find(login)).isInstanceOf(Answer.Found.class);
        assertThat(logins(login)).containsExactly(login);
        Map<String, Outcome> outcomes =
                list(login).sources().stream().collect(Collectors.toMap(SourceReport::source, SourceReport::outcome));
        assertThat(outcomes)
                .containsEntry("CustomerUser", Outcome.ANSWERED)
                .containsEntry(FAULTY, Outcome.MISCONFIGURED);
    }

    private List<String> errors() {
        return status(FAULTY).orElseThrow().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::key)
                .toList();
    }

    private String message(String key) {
        return status(FAULTY).orElseThrow().findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    }
}
