package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceTestPageTest {
    private static final String PAGE = "/customer-users/test?source=CustomerUser1";

    private Screens screens;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        screens = new Screens();
        browser = new Browser(screens.console.address());
    }

    @AfterEach
    void stop() throws Exception {
        screens.close();
    }

    private Map<String, String> token() {
        return Map.of("token", screens.tokens.issue("karaf"));
    }

    @Test
    void theListOffersATestOfEachSourceThatHasOne() throws Exception {
        for (String path : new String[] {"/customer-users", "/customer-users/results.frag"}) {
            assertThat(browser.get(path).body())
                    .contains("action=\"/system/console/customer-users/test?source=CustomerUser1\"")
                    .contains("aria-label=\"Test Company directory\"")
                    .doesNotContain("test?source=CustomerUser\"");
        }
        assertThat(browser.get("/customers").body()).contains("/customers/test?source=CustomerCompany\"");
    }

    @Test
    void toLookAtThePageTestsNothing() throws Exception {
        HttpResponse<String> page = browser.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Test of Company directory", "Run the test", "name=\"token\"");
        assertThat(screens.tests.tested).isEmpty();
    }

    @Test
    void aTestShowsEachStepWithItsResultAndDetails() throws Exception {
        HttpResponse<String> page = browser.post(PAGE, token());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(screens.tests.tested).containsExactly("CustomerUser1");
        assertThat(page.body())
                .contains("The source does not work like this", "Test again")
                .contains("<li class=\"step warned\">", "<b class=\"name\">Certificate</b>", "passed with a warning")
                .contains("12 days left; renew it", "own-step")
                .contains("O'Brien &lt;script&gt;alert(1)&lt;/script&gt; &#36;{a} カス")
                .doesNotContain("<script>alert");
    }

    @Test
    void wordsAreInTheLanguageOfTheAdministratorAndMessagesAreMarkedAsEnglish() throws Exception {
        assertThat(browser.with("Accept-Language", "de").post(PAGE, token()).body())
                .contains(
                        "Test von Company directory", "Anmeldung", "gescheitert", "<p class=\"message\" lang=\"en\">");
    }

    @Test
    void nobodyElsesPageCanStartATest() throws Exception {
        assertThat(browser.post(PAGE, Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.with("Origin", "https://evil.example.org")
                        .post(PAGE, token())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.with("X-Role", "viewer").post(PAGE, token()).statusCode())
                .isEqualTo(403);
        HttpResponse<String> stale = browser.post(PAGE, Map.of("token", "stale"));
        assertThat(stale.body()).contains("Run the test");
        assertThat(screens.tests.tested).isEmpty();
    }

    @Test
    void aSlotThatIsNotThereOrOfAnotherKindOrWithoutATestIsRefused() throws Exception {
        for (String slot : new String[] {"CustomerUser9", "CustomerCompany", "CustomerUser", "%22%3E%3Cb%3E", ""}) {
            HttpResponse<String> page = browser.post("/customer-users/test?source=" + slot, token());
            assertThat(page.statusCode()).as(slot).isEqualTo(422);
            assertThat(page.body()).doesNotContain("\"><b>");
        }
        assertThat(browser.get("/customer-users/test").statusCode()).isEqualTo(422);
        assertThat(screens.tests.tested).isEmpty();
    }
}
