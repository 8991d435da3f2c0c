package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.clientele.Outcome;
import org.clientele.access.Group;
import org.junit.jupiter.api.Test;

/** Both sides of a relation beside each other. */
class OverviewTest extends ScreenTest {

    @Test
    void whereNothingIsYetThePageLeadsToAddingIt() throws Exception {
        assertThat(browser.get("/customers-groups").body())
                .contains("No customer yet", "href=\"/system/console/customers/add\"")
                .contains("No group yet", "href=\"/system/console/groups/add\"");
        assertThat(browser.get("/customer-users-customers").body())
                .contains("No customer user yet", "href=\"/system/console/customer-users/add\"");
    }

    @Test
    void eachSideHasItsSearchAndKeepsTheOther() throws Exception {
        fill();
        String page =
                browser.get("/customer-users-groups?users=anna0001&groups=hot").body();
        assertThat(page)
                .contains(">Hotline</span>", "value=\"anna0001\"")
                .doesNotContain(">Parts</span>", "anna0002@example.com")
                .contains("<input type=\"hidden\" name=\"groups\" value=\"hot\">")
                .contains("<input type=\"hidden\" name=\"users\" value=\"anna0001\">");
        assertThat(Browser.text(page)).contains("/matrix?login=anna0001&list-users=anna0001&list-groups=hot\"");
        assertThat(Browser.text(
                        browser.get("/customer-users-groups/matrix?login=anna0001&list-users=anna0001&list-groups=hot")
                                .body()))
                .contains("href=\"/system/console/customer-users-groups?users=anna0001&groups=hot\"");
        assertThat(Browser.text(browser.get("/customer-users-groups?users=" + Browser.encode("${x}<b>"))
                        .body()))
                .contains("Nothing matches “${x}<b>”");
    }

    @Test
    void longListsGoOnByCursor() throws Exception {
        fill();
        for (int i = 0; i < 40; i++) {
            screens.groups.add(String.format("Group %02d", i), "");
        }
        String page = browser.get("/customer-users-groups").body();
        assertThat(page).contains("The first 25 groups; there are more", "The first 25 customer users");
        assertThat(page).doesNotContain(">Group 39</span>");
        String next = page.replaceAll("(?s).*rel=\"next\" href=\"/system/console([^\"]*groups-after[^\"]*)\".*", "$1");
        assertThat(browser.get(Browser.text(next)).body()).contains(">Group 39</span>", "Start again", "anna0001");
    }

    @Test
    void aSideThatIsAwayDoesNotStandInTheOthersWay() throws Exception {
        fill();
        screens.store.away = true;
        HttpResponse<String> page = browser.get("/customer-users-groups");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Check the database", "anna0001").doesNotContain("No group yet");
        screens.store.away = false;
        screens.ldap.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.get("/customer-users-groups").body())
                .contains("rows may be missing: Company directory", "Hotline");
        assertThat(browser.get("/customer-users-groups?users=" + "x".repeat(1001))
                        .body())
                .contains("shorten it to at most 1000", "Hotline");
        assertThat(browser.get("/customer-users-groups?groups-after=x").body())
                .contains("Start again from the first page", "anna0001");
    }

    @Test
    void onlyAdministratorsComeIn() throws Exception {
        for (String label : new String[] {"customer-users-customers", "customer-users-groups", "customers-groups"}) {
            assertThat(browser.with("X-Role", "viewer").get("/" + label).statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/" + label + "/nothing").statusCode()).isEqualTo(404);
        }
    }

    private void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 70);
        Group hotline = screens.groups.add("Hotline", "");
        screens.groups.add("Parts", "");
        assertThat(hotline.id()).isPositive();
    }
}
