package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of a source that takes no changes are disabled below their record. */
class DisabledTest extends ScreenTest {
    private static final String LOGIN = "O'Brien & Ünal";
    private static final String RECORD = "/customer-users/edit?login=" + Browser.encode(LOGIN);
    private static final String UGLY = "left ${a} \"x\" <b> カス";

    @BeforeEach
    void fill() {
        Samples.put(screens.ldap, LOGIN, Map.of("UserLogin", LOGIN, "UserLastname", "O'Brien", "UserEmail", "o@x.org"));
        Samples.fillUsers(screens.database, "anna", 2);
    }

    private HttpResponse<String> post(String set, String comment) throws Exception {
        String page = browser.get(RECORD).body();
        Map<String, String> form = new HashMap<>(Map.of("set", set, "comment", comment));
        form.put("token", page.replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1"));
        return browser.post("/customer-users/disabled?form-id=" + Browser.encode(LOGIN) + "&list-search=x", form);
    }

    @Test
    void somebodyIsDisabledAndEnabledAgain() throws Exception {
        HttpResponse<String> page = browser.follow(post("disable", UGLY));

        assertThat(Browser.text(page.body()))
                .contains("The customer user is disabled here.", "Disabled here by karaf, Nov 14, 2023")
                .contains(
                        "<blockquote>" + UGLY + "</blockquote>",
                        "There are none, because this customer user is not valid")
                .contains("href=\"/system/console/customer-users?search=x\"");
        assertThat(page.body()).doesNotContain("${");
        assertThat(browser.get("/customer-users").body()).doesNotContain("O&#39;Brien");
        assertThat(browser.get("/customer-users?includeInvalid=1").body()).contains("<span class=\"mark\">here</span>");

        assertThat(browser.follow(post("enable", "")).body())
                .contains("The customer user is enabled again.", "Not disabled here");
        assertThat(screens.users.disabled).isEmpty();
    }

    @Test
    void jsonTellsWhoWasDisabledByWhomAndWhy() throws Exception {
        assertThat(browser.get("/customer-users.json").body()).contains("\"disabledHere\":null");
        post("disable", UGLY);
        assertThat(browser.get("/customer-users/user.json?login=" + Browser.encode(LOGIN))
                        .body())
                .contains("\"validity\":\"invalid\"")
                .contains("\"disabledHere\":{\"at\":\"2023-11-14T22:13:20Z\",\"by\":\"karaf\",\"comment\":\"left ");
        assertThat(browser.get("/customers.json").body()).doesNotContain("disabledHere");
    }

    @Test
    void whatDoesNotFitComesBack() throws Exception {
        HttpResponse<String> page = post("disable", "カ".repeat(251));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("The comment is one line of at most 250 characters.", "カ".repeat(251))
                .contains("<details class=\"ask\" open>");
        assertThat(post("nonsense", "").statusCode()).isEqualTo(422);
        assertThat(screens.users.disabled).isEmpty();
    }

    @Test
    void whoseSourceTakesChangesHasNoSuchSectionUnlessDisabledBefore() throws Exception {
        assertThat(browser.get("/customer-users/edit?login=anna0001").body()).doesNotContain("id=\"disabled\"");
        post("disable", UGLY);
        screens.users.disabled.put("anna0001", screens.users.disabled.get(LOGIN));
        assertThat(browser.get("/customer-users/edit?login=anna0001").body())
                .contains("id=\"disabled\"", "still counts", "Enable again");
        assertThat(browser.get("/customers").body()).doesNotContain("id=\"disabled\"");
    }

    @Test
    void nothingIsDisabledWithoutAProofOrAStore() throws Exception {
        Map<String, String> form = Map.of("set", "disable", "token", "stale");
        String path = "/customer-users/disabled?form-id=" + Browser.encode(LOGIN);
        assertThat(browser.post(path, form).statusCode()).isEqualTo(403);
        assertThat(browser.get(path).statusCode()).isEqualTo(405);
        screens.store.suspended.add(LOGIN);
        assertThat(post("disable", "").statusCode()).isEqualTo(409);
        screens.store.away = true;
        assertThat(post("disable", "").statusCode()).isEqualTo(503);
        assertThat(screens.users.disabled).isEmpty();
    }
}
