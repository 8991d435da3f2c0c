package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes from a list, or narrows it while typing, comes back to that list. */
class WayBackTest extends ScreenTest {
    private static final String LIST = "login=anna0001&limit=7&includeInvalid=1&source=CustomerUser";
    private static final String CARRIED =
            "list-login=anna0001&list-limit=7&list-includeInvalid=1&list-source=CustomerUser";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 20);
    }

    @Test
    void theAddressOfARecordCarriesTheWholeList() throws Exception {
        assertThat(Browser.text(browser.get("/customer-users?" + LIST).body()))
                .contains("/customer-users/edit?login=anna0001&" + CARRIED + "\"");
        assertThat(Browser.text(browser.get("/customer-users?done=saved&id=anna0002&" + LIST)
                        .body()))
                .contains("/customer-users/edit?login=anna0002&" + CARRIED + "\"");
        assertThat(Browser.text(browser.get("/customer-users/edit?login=anna0001&" + CARRIED)
                        .body()))
                .contains("href=\"/system/console/customer-users?" + LIST + "\"");
        assertThat(Browser.text(browser.get("/customer-users/edit?login=nobody&" + CARRIED)
                        .body()))
                .contains("href=\"/system/console/customer-users?" + LIST + "\"");
    }

    @Test
    void savingLeadsBackToTheWholeList() throws Exception {
        String page =
                browser.get("/customer-users/edit?login=anna0001&" + CARRIED).body();
        Map<String, String> form = Browser.form(page);
        form.put("UserCity", "Bonn");
        HttpResponse<String> saved = browser.post(Browser.action(page), form);
        assertThat(location(saved))
                .isEqualTo("/system/console/customer-users/edit?login=anna0001&" + CARRIED + "&done=saved");
        form.put("saveAndFinish", "1");
        form.put("version", Browser.form(browser.follow(saved).body()).get("version"));
        form.put("UserCity", "Ulm");
        HttpResponse<String> finished = browser.post(Browser.action(page), form);
        assertThat(location(finished)).isEqualTo("/system/console/customer-users?" + LIST + "&done=saved&id=anna0001");
    }

    @Test
    void anExactSearchStaysUntilATextIsTyped() throws Exception {
        assertThat(browser.get("/customer-users?" + LIST).body())
                .contains("<input type=\"hidden\" name=\"exact-login\" value=\"anna0001\">");

        HttpResponse<String> filtered =
                browser.get("/customer-users/results.frag?search=&source=&limit=7&exact-login=anna0001");
        assertThat(filtered.body())
                .contains("Only the login anna0001.")
                .contains(">anna0001<")
                .doesNotContain(">anna0002<");
        assertThat(filtered.headers().firstValue("HX-Replace-Url"))
                .contains("/system/console/customer-users?login=anna0001&limit=7");

        HttpResponse<String> typed =
                browser.get("/customer-users/results.frag?search=anna0002&source=&limit=7&exact-login=anna0001");
        assertThat(typed.body()).doesNotContain("Only the login").contains(">anna0002<");
        assertThat(typed.headers().firstValue("HX-Replace-Url"))
                .contains("/system/console/customer-users?search=anna0002&limit=7");
    }

    @Test
    void clearingAnExactSearchKeepsTheRestOfTheList() throws Exception {
        assertThat(Browser.text(browser.get("/customer-users?" + LIST).body()))
                .contains(
                        "href=\"/system/console/customer-users?limit=7&includeInvalid=1&source=CustomerUser\">Clear search");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
