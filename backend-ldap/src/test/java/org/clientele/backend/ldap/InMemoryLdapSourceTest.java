package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InMemoryLdapSourceTest extends LdapSourceContract {
    private InMemoryDirectory directory;

    @BeforeAll
    void startServer() throws Exception {
        directory = new InMemoryDirectory();
    }

    @AfterAll
    void stopServer() throws Exception {
        directory.close();
    }

    @Override
    TestDirectory directory() {
        return directory;
    }

    @Test
    void aManagerOfManyIsReadOnceForAPage() throws Exception {
        String boss = "employeeNumber=0," + TestDirectory.BASE;
        List<Entry> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            people.add(Person.of(i, "user" + i).with("manager", boss).entry());
        }
        directory.load(people);
        LdapSource source = source(Map.of(
                "map.10", "UserManager | Manager | manager | 1 | 0 | var | | 1 | |", "translateManagerTo", "uid"));
        int before = directory.searches();
        assertThat(source.search(all(20), soon()).records())
                .allSatisfy(
                        record -> assertThat(record.fields().get("UserManager")).containsExactly("user0"));
        assertThat(directory.searches() - before).isEqualTo(2);
    }

    /** The schema of OpenLDAP would refuse it. */
    @Test
    void aManagerThatIsNoDnIsShownAsItStands() throws Exception {
        directory.load(Person.entries(Person.of(1, "ann").with("manager", "Doe, John")));
        LdapSource source = source(Map.of(
                "map.10", "UserManager | Manager | manager | 1 | 0 | var | | 1 | |", "translateManagerTo", "uid"));
        assertThat(source.find("ann", soon()).orElseThrow().fields().get("UserManager"))
                .containsExactly("Doe, John");
    }
}
