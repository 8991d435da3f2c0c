package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.Validity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkValidityTest extends ScreenTest {
    private static final Pattern UNDO = Pattern.compile("name=\"undo\" value=\"([^\"]+)\"");

    @BeforeEach
    void fill() {
        Samples.fillUsers(screens.database, "anna", 5);
        Samples.fillUsers(screens.ldap, "person", 2);
    }

    @Test
    void whatIsPickedIsChangedAndCanBeTakenBack() throws Exception {
        HttpResponse<String> page = browser.follow(post(
                "?search=a&includeInvalid=1",
                "pick=anna0001&pick=anna0002&pick=anna0001&validity=invalid-temporarily"));
        assertThat(page.uri().getQuery()).startsWith("search=a&includeInvalid=1&bulk=");
        assertThat(page.body()).contains("2 customer users were changed.");
        assertThat(validity("anna0001")).isEqualTo(Validity.INVALID_TEMPORARILY);
        assertThat(validity("anna0004")).isEqualTo(Validity.VALID);

        Matcher undo = UNDO.matcher(page.body());
        assertThat(undo.find()).isTrue();
        HttpResponse<String> back = browser.follow(post("", "undo=" + undo.group(1)));
        assertThat(back.body()).contains("The changes of 2 customer users were taken back.");
        assertThat(validity("anna0001")).isEqualTo(Validity.VALID);
        assertThat(post("", "undo=" + undo.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsSaidWithTheReason() throws Exception {
        HttpResponse<String> page =
                browser.follow(post("", "pick=anna0001&pick=person0001&pick=nobody&validity=invalid&pick=anna0002"));
        assertThat(Browser.text(page.body()))
                .contains("2 customer users were changed.", "These were not changed:")
                .contains("person0001: This record is read only")
                .contains("nobody: ");
    }

    @Test
    void nothingIsDoneWithoutAPickOrAValidity() throws Exception {
        assertThat(post("", "validity=invalid").statusCode()).isEqualTo(422);
        assertThat(post("", "pick=anna0001&validity=maybe").statusCode()).isEqualTo(422);
    }

    @Test
    void readOnlyPeopleHaveNoBoxAndAllOthersCanBePickedWithoutScript() throws Exception {
        String page = browser.get("/customer-users").body();
        assertThat(page).contains("name=\"pick\" value=\"anna0001\"").doesNotContain("name=\"pick\" value=\"person");
        String all = browser.get("/customer-users?pick=1").body();
        assertThat(all).contains("value=\"anna0001\" checked");
    }

    @Test
    void whoeverMayOnlyLookHasNoBoxes() throws Exception {
        try (Screens viewed = new Screens(0, Map.of("viewRoles", "viewer"))) {
            Samples.fillUsers(viewed.database, "anna", 2);
            String page = new Browser(viewed.console.address())
                    .with("X-Role", "viewer")
                    .get("/customer-users")
                    .body();
            assertThat(page).contains("anna0001", "export.csv").doesNotContain("name=\"pick\"", "/import");
        }
    }

    @Test
    void otherAdministratorsSeeNothingOfIt() throws Exception {
        HttpResponse<String> done = post("", "pick=anna0001&validity=invalid");
        assertThat(browser.with("X-User", "other").follow(done).body()).doesNotContain("was changed");
        assertThat(browser.follow(done).body()).contains("One customer user was changed.");
    }

    private HttpResponse<String> post(String query, String form) throws Exception {
        String token = screens.tokens.issue("karaf");
        return browser.send("POST", "/customer-users/validity" + query, form + "&token=" + Browser.encode(token));
    }

    private Validity validity(String login) {
        return MemoryDirectory.validity(screens.database.records.get(login));
    }
}
