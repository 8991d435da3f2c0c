package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.Page;
import org.clientele.SourceState;
import org.clientele.StoreUnavailableException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.cm.Configuration;

/**
 * The data source {@code clientele} leads to a database server that is not there at first, comes, is killed and comes back.
 * People of the directory server are found and listed all the time.
 */
public class DatabaseAwayTest extends KarafTest {
    private static final String DIRECTORY = "CustomerUser1";
    private static final double BACK_LIMIT = 30;

    private Dictionary<String, Object> shipped;
    private Configuration dataSource;
    private DatabaseServer database;
    private PeopleServer server;

    @Before
    public void pointToAServerThatIsNotThere() throws Exception {
        awaitState("CustomerUser", SourceState.READY);
        server = new PeopleServer("database-away").with(List.of("outage-ünal"));
        configure(LDAP, DIRECTORY, server.configuration(Map.of()));
        awaitState(DIRECTORY, SourceState.READY);
        database = new DatabaseServer();
        dataSource = admin.listConfigurations("(dataSourceName=clientele)")[0];
        shipped = dataSource.getProperties();
        Hashtable<String, Object> elsewhere = new Hashtable<>();
        Collections.list(shipped.keys()).forEach(key -> elsewhere.put(key, shipped.get(key)));
        elsewhere.put("url", database.url());
        elsewhere.put("user", "clientele");
        elsewhere.put(".password", SecretsTest.DATABASE_PASSWORD);
        dataSource.update(elsewhere);
        within(10).untilAsserted(() -> assertThat(list("outage").notices()).isNotEmpty());
        within(10).until(() -> find("outage-nobody") instanceof Answer.Unavailable);
    }

    @After
    public void pointBack() throws Exception {
        dataSource.update(shipped);
        customers.refresh();
        customerUsers.refresh();
        within(BACK_LIMIT).until(() -> customers.find("its") instanceof Answer.Found);
        awaitState("CustomerUser", SourceState.READY);
        within(BACK_LIMIT).untilAsserted(() -> assertThat(list("").notices()).isEmpty());
        database.close();
        server.close();
    }

    @Test
    public void theRestGoesOnUntilTheDatabaseIsBack() throws Exception {
        assertTheRestGoesOn();

        database.start();
        // Another database: what was remembered of the one before does not count.
        customers.refresh();
        customerUsers.refresh();
        assertAllWorks("outage-first");

        database.kill();
        assertTheRestGoesOn();

        database.start();
        within(BACK_LIMIT).untilAsserted(() -> assertThat(find("outage-first")).isInstanceOf(Answer.Found.class));
        assertAllWorks("outage-second");
    }

    private void assertTheRestGoesOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(find("outage-ünal")).isInstanceOf(Answer.Found.class);
            assertThat(find("outage-nobody")).isInstanceOf(Answer.Unavailable.class);
            Page<CustomerUser> page = list("outage*");
            assertThat(page.rows()).extracting(CustomerUser::login).contains("outage-ünal");
            assertThat(page.incomplete()).isTrue();
            assertThat(page.notices()).anyMatch(notice -> notice.contains("store cannot be reached"));
        }
        assertThat(catchThrowable(() -> add("CustomerUser", "outage-refused", Optional.empty())))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private void assertAllWorks(String login) throws Exception {
        within(BACK_LIMIT).untilAsserted(() -> {
            assertThat(list("outage*").notices()).isEmpty();
            assertThat(list("outage*").incomplete()).isFalse();
        });
        awaitState("CustomerUser", SourceState.READY);
        haveCustomer("its");
        assertThat(add("CustomerUser", login, Optional.empty()).source()).isEqualTo("CustomerUser");
        assertThat(logins("outage*")).contains(login, "outage-ünal");
    }
}
