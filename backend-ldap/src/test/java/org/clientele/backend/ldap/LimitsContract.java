package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.SourcePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of lists that a server cuts because of a limit of its own: it is said what can be done, until they are whole. */
abstract class LimitsContract<D extends TestDirectory> extends LdapSourceTest<D> {
    private static final CustomerIdQuery CUSTOMERS = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, false);

    @BeforeEach
    void fill() throws Exception {
        directory().load(Person.entries(person(1), person(2), person(3), person(4), person(5)));
    }

    @AfterEach
    void liftLimit() throws Exception {
        directory().limit(0);
    }

    private static Person person(int number) throws Exception {
        return Person.of(number, "user" + number).with("mail", "user" + number + "@example.org");
    }

    static void assertSaid(LdapSource source, String reason) {
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(source.condition().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("userDn");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).contains(reason).contains("limits … size=unlimited size.prtotal=unlimited");
        });
    }

    @Test
    void aListOfPeopleThatIsCutSaysWhyUntilItComesWhole() throws Exception {
        LdapSource source = source(Map.of());
        directory().limit(2);
        SourcePage part = source.search(all(10), soon());
        assertThat(part.records()).hasSize(2);
        assertThat(part.truncated()).isTrue();
        assertSaid(source, "its limit is too low (sizeLimitExceeded)");
        assertThat(source.find("user5", soon())).isPresent();
        assertThat(ids(source.search(words("user4"), soon()))).containsExactly("user4");
        assertSaid(source, "its limit is too low (sizeLimitExceeded)");
        directory().limit(0);
        SourcePage whole = source.search(all(10), soon());
        assertThat(ids(whole)).containsExactly("user1", "user2", "user3", "user4", "user5");
        assertThat(whole.truncated()).isFalse();
        assertThat(source.condition().findings()).isEmpty();
    }

    @Test
    void aListOfCustomersThatIsCutSaysWhyUntilItComesWhole() throws Exception {
        LdapSource source = source(Map.of());
        directory().limit(2);
        CustomerIdList part = source.customerIds(CUSTOMERS, soon());
        assertThat(part.ids()).hasSize(2);
        assertThat(part.truncated()).isTrue();
        assertSaid(source, "its limit is too low (sizeLimitExceeded)");
        directory().limit(0);
        assertThat(source.customerIds(CUSTOMERS, soon()).ids()).hasSize(5);
        assertThat(source.condition().findings()).isEmpty();
    }
}
