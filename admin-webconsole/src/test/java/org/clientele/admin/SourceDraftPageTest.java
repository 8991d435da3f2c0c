package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.SourceDrafts.Draft;
import org.junit.jupiter.api.Test;

/** The page on which a configuration is changed and tested without being saved. */
class SourceDraftPageTest extends ScreenTest {
    private static final String PAGE = "/customer-users/draft?source=CustomerUser1";

    private Map<String, String> form(String path) throws Exception {
        return new LinkedHashMap<>(Browser.form(browser.get(path).body()));
    }

    @Test
    void theListAndTheTestLeadToDraftsForThoseWhoMayTestThem() throws Exception {
        assertThat(browser.get("/customer-users").body())
                .contains("href=\"/system/console/customer-users/draft\"", "Try a new source");
        assertThat(browser.get("/customer-users/test?source=CustomerUser1").body())
                .contains("href=\"/system/console/customer-users/draft?source=CustomerUser1\"");
    }

    @Test
    void theConfigurationStandsInTheFormAndNothingIsTested() throws Exception {
        HttpResponse<String> page = browser.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Draft of Company directory", "Nothing of this is saved")
                .contains("etc/org.clientele.backend.ldap-CustomerUser1.cfg")
                .contains("userPw = ••••••")
                .contains("&lt;/textarea&gt;&lt;script&gt;", "&#36;{__self__}")
                .doesNotContain("<script>alert", "${");
        assertThat(form(PAGE)).containsEntry("draft", screens.drafts.stored);
        assertThat(screens.drafts.tested).isEmpty();
    }

    @Test
    void aDraftIsTestedAsItWasTypedAndStays() throws Exception {
        Map<String, String> form = form(PAGE);
        String typed = "host = ldaps://カス.example.com\r\nuserPw = ••••••\r\nname = O'Brien <b>\r\n";
        form.put("draft", typed);
        HttpResponse<String> page = browser.post(PAGE, form);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("All is well. The test took 7 ms.", "Configuration", "Test again");
        assertThat(Browser.form(page.body()).get("draft")).isEqualTo(typed);
        assertThat(screens.drafts.tested).containsExactly(new Draft(MemoryDrafts.LDAP, "CustomerUser1", typed));
        assertThat(screens.tests.tested).isEmpty();
        assertThat(browser.get(PAGE).body()).contains("ldaps://ldap.example.com");
    }

    @Test
    void faultsAreShownByTheirKeysBesideWhatWasTyped() throws Exception {
        HttpResponse<String> page = browser.post(PAGE, form(PAGE));
        assertThat(page.body())
                .contains("The source does not work like this")
                .contains("<li>trustStore has &#36;{x}, which a draft may not use</li>")
                .contains("<li>userPw is stored for another destination</li>")
                .doesNotContain("${", "<script>alert");
        assertThat(Browser.form(page.body()).get("draft")).isEqualTo(screens.drafts.stored);
    }

    @Test
    void aNewDraftBeginsWithTheExampleOfItsBackEnd() throws Exception {
        String choice = browser.get("/customer-users/draft").body();
        assertThat(choice)
                .contains("<option value=\"CustomerUser2\">", "<option value=\"org.clientele.backend.ldap\">")
                .doesNotContain("backend.db.customers", "CustomerUser1\"");
        assertThat(browser.get("/customers/draft").body())
                .contains("<option value=\"CustomerCompany1\">", "backend.db.customers")
                .doesNotContain("backend.ldap");
        String address = "/customer-users/draft?source=CustomerUser2&backEnd=org.clientele.backend.ldap";
        Map<String, String> form = form(address);
        assertThat(form.get("draft")).isEqualTo("# A directory.\nhost = ldaps://ldap.example.com\n");
        form.put("draft", "host = a\n");
        assertThat(browser.post(address, form).body()).contains("All is well");
        assertThat(screens.drafts.tested).containsExactly(new Draft(MemoryDrafts.LDAP, "CustomerUser2", "host = a\n"));
    }

    @Test
    void whatCannotBeTestedNowStaysWithTheReason() throws Exception {
        Map<String, String> form = form(PAGE);
        form.put("draft", "host = typed\n");
        screens.drafts.busy = true;
        HttpResponse<String> busy = browser.post(PAGE, form);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.body()).contains("Too many tests are under way", "host = typed");
        screens.drafts.busy = false;
        form.put("draft", "x".repeat(100_001));
        HttpResponse<String> tooLong = browser.post(PAGE, form);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("more than 100,000 characters", "x".repeat(100_001));
        form.putAll(Map.of("draft", "host = typed\n", "token", "stale"));
        HttpResponse<String> stale = browser.post(PAGE, form);
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("open for too long", "host = typed");
        assertThat(screens.drafts.tested).isEmpty();
    }

    @Test
    void nobodyElsesPageCanStartATest() throws Exception {
        Map<String, String> form = form(PAGE);
        assertThat(browser.with("Origin", "https://evil.example.org")
                        .post(PAGE, form)
                        .statusCode())
                .isEqualTo(403);
        form.remove("token");
        assertThat(browser.post(PAGE, form).statusCode()).isEqualTo(403);
        assertThat(screens.drafts.tested).isEmpty();
    }

    @Test
    void aSlotOrABackEndThatIsNotOfferedIsRefused() throws Exception {
        for (String address : List.of(
                "?source=CustomerUser9",
                "?source=CustomerCompany",
                "?source=CustomerUser",
                "?source=CustomerUser2",
                "?source=CustomerUser2&backEnd=org.clientele.backend.db.customers",
                "?source=%22%3E%3Cb%3E")) {
            HttpResponse<String> page = browser.get("/customer-users/draft" + address);
            assertThat(page.statusCode()).as(address).isEqualTo(422);
            assertThat(page.body()).doesNotContain("\"><b>");
        }
    }

    @Test
    void whoeverManagesCustomerUsersMayNotTestDrafts() throws Exception {
        try (Screens others = new Screens(0, Map.of("customerUserRoles", "people"))) {
            Browser people = new Browser(others.console.address()).with("X-Role", "people");
            assertThat(people.get("/customer-users").body())
                    .contains("/customer-users/test?source")
                    .doesNotContain("/draft");
            assertThat(people.get("/customer-users/test?source=CustomerUser1").body())
                    .doesNotContain("/draft");
            HttpResponse<String> page = people.get(PAGE);
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("sourceRoles").doesNotContain("ldap.example.com");
        }
    }

    @Test
    void itIsInTheLanguageOfTheAdministrator() throws Exception {
        assertThat(browser.with("Accept-Language", "de").get(PAGE).body())
                .contains("Entwurf von Company directory", "Nichts davon wird gespeichert");
    }
}
