package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientele.Outcome;
import org.clientele.admin.web.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways between a customer and its people, and between the screens. */
class RelatedTest extends ScreenTest {
    private static final String UGLY = "O'Brien & Ünal*";

    @BeforeEach
    void fill() {
        Samples.put(screens.companies, UGLY, Map.of("CustomerID", UGLY, "CustomerCompanyName", "O'Brien <Söhne>"));
        person(screens.database, "anna", UGLY);
        person(screens.ldap, "grace", UGLY);
        person(screens.database, "other", "O'Brien & Ünal AG");
    }

    @Test
    void everyScreenLeadsToEveryOtherAndSaysWhichItIs() throws Exception {
        for (Kind screen : Kind.ALL) {
            String page = browser.get("/" + screen.label()).body();
            for (Kind other : Kind.ALL) {
                String way = "<a href=\"/system/console/" + other.label() + "\"";
                assertThat(page).contains(way + (other.equals(screen) ? " aria-current=\"true\">" : ">"));
            }
        }
    }

    @Test
    void aCustomerLeadsToItsPeople() throws Exception {
        String page = browser.get("/customers/edit?customerId=" + Browser.encode(UGLY))
                .body();
        String people = "/customer-users?customer=" + Browser.encode(UGLY);

        assertThat(page)
                .contains("href=\"/system/console" + people + "\">Customer users of this customer</a>")
                .contains("Add a customer user of this customer");
        assertThat(browser.get(people).body())
                .contains(">anna</a>", ">grace</a>")
                .doesNotContain(">other</a>");
    }

    @Test
    void aPersonLeadsToTheCustomerFromFormAndRecord() throws Exception {
        String customer = "/customers/edit?customerId=" + Browser.encode(UGLY);
        for (String login : new String[] {"anna", "grace"}) {
            assertThat(Browser.text(
                            browser.get("/customer-users/edit?login=" + login).body()))
                    .as(login)
                    .contains("href=\"/system/console" + customer + "\">Customer O'Brien <Söhne></a>");
        }
        assertThat(browser.get(customer).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsSentToACustomerThatDoesNotExist() throws Exception {
        assertThat(browser.get("/customer-users/edit?login=other").body()).doesNotContain("/customers/edit");
    }

    @Test
    void aCustomerThatCannotBeLookedUpIsNamedByItsId() throws Exception {
        screens.companies.fail(Outcome.FAILED, "Connection refused.");
        assertThat(Browser.text(browser.get("/customer-users/edit?login=anna").body()))
                .contains(">Customer " + UGLY + "</a>");
    }

    private static void person(MemorySource source, String login, String customer) {
        Map<String, String> values = Map.of(
                "UserLogin",
                login,
                "UserFirstname",
                "Jo",
                "UserLastname",
                "Doe",
                "UserEmail",
                login + "@example.com",
                "UserCustomerID",
                customer);
        Samples.put(source, login, values);
    }
}
