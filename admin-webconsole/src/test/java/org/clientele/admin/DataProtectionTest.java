package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.clientele.privacy.Obstacle;
import org.clientele.privacy.Obstacle.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Export and anonymising on the screens. */
class DataProtectionTest extends ScreenTest {
    private static final String PAGE = "/customer-users/anonymise?login=anna0001";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 4);
        Samples.fillUsers(screens.database, "anna", 3);
        Samples.fillUsers(screens.ldap, "reader", 1);
    }

    @Test
    void theRecordLeadsToBoth() throws Exception {
        for (String login : List.of("anna0001", "reader0000")) {
            assertThat(browser.get("/customer-users/edit?login=" + login).body())
                    .contains("/system/console/customer-users/person.json?login=" + login)
                    .contains("/system/console/customer-users/anonymise?login=" + login);
        }
        assertThat(browser.get("/customer-users/add").body()).doesNotContain("id=\"protection\"");
        assertThat(browser.get("/customers/edit?customerId=C1").body()).doesNotContain("id=\"protection\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%_\\*", "a&b=c#d"})
    void theExportIsAFileWithEachValueAsItIs(String login) throws Exception {
        Samples.put(screens.database, login, Map.of("UserLogin", login, "UserFirstname", login + "\n${x}"));

        HttpResponse<String> answer = browser.get("/customer-users/person.json?login=" + Browser.encode(login));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"customer-user.json\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWithIgnoringCase("application/json;charset=utf-8");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.get("login").asText()).isEqualTo(login);
        assertThat(json.get("record").get("fields").get("UserFirstname").asText())
                .isEqualTo(login + "\n${x}");
        assertThat(json.get("preferences").get("UserLanguage").asText()).isEqualTo("カス ${a}");
    }

    @Test
    void anExportOfNobodyIsRefusedInJson() throws Exception {
        assertThat(browser.get("/customer-users/person.json?login=nobody").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/customer-users/person.json").statusCode()).isEqualTo(422);
        assertThat(browser.get("/customer-users/person.json?login=a&format=xml").statusCode())
                .isEqualTo(422);
        screens.store.away = true;
        HttpResponse<String> away = browser.get("/customer-users/person.json?login=anna0001");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void thePageSaysWhatBecomesOfEachFieldAndChangesNothing() throws Exception {
        String page = Browser.text(browser.get(PAGE).body());

        assertThat(page)
                .contains("<th scope=\"row\">First name</th>", "class=\"fate replaced\">replaced<")
                .contains(">emptied<", ">kept<", "a random one that nobody knows")
                .contains("anonymised-20261128120000-0001@example.invalid")
                .contains("<dt>Preferences</dt><dd>12</dd>")
                .doesNotContain("To be known before");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void onceTheLoginIsTypedThePersonIsAnonymised() throws Exception {
        Map<String, String> form = form();
        form.put("confirmation", "anna0001");

        HttpResponse<String> done = post(form);

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow())
                .contains("/edit?login=anonymised-20261128120000-0001&done=anonymised");
        assertThat(Browser.text(browser.follow(done).body())).contains("The customer user was anonymised.");
        assertThat(screens.users.find("anna0001").entry()).isEmpty();
    }

    @Test
    void theLoginMayStay() throws Exception {
        Map<String, String> form = form();
        form.put("loginChoice", "keep");
        form.put("confirmation", "anna0001");

        assertThat(post(form).statusCode()).isEqualTo(303);

        assertThat(screens.users.find("anna0001").entry().orElseThrow().value("UserFirstname"))
                .isEqualTo("anonymised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna0002", "ANNA0001", "anna 0001", "<b>${x}\""})
    void withAnotherConfirmationNothingChangesAndNothingTypedIsLost(String typed) throws Exception {
        Map<String, String> form = form();
        form.put("confirmation", typed);
        form.put("neutralName", "my own <name> ${x}");

        HttpResponse<String> refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("${");
        assertThat(Browser.text(refused.body()))
                .contains("This is not the username anna0001.", "Nothing was anonymised");
        assertThat(Browser.form(refused.body()))
                .containsEntry("confirmation", typed)
                .containsEntry("neutralName", "my own <name> ${x}");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void aRecordThatWasChangedSinceIsShownAgainAsItIsNow() throws Exception {
        Map<String, String> form = form();
        form.put("confirmation", "anna0001");
        Samples.put(screens.database, "anna0001", Map.of("UserLogin", "anna0001", "UserCity", "Elsewhere"));

        HttpResponse<String> stale = post(form);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else has changed this record", "Elsewhere");
        assertThat(Browser.form(stale.body())).containsEntry("confirmation", "anna0001");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void aLoginThatIsTakenIsSaidBesideIt() throws Exception {
        Map<String, String> form = form();
        form.put("confirmation", "anna0001");
        form.put("neutralName", "anna0002");

        HttpResponse<String> refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"neutralName-error\"");
        assertThat(screens.users.find("anna0001").entry()).isPresent();
    }

    @Test
    void anOldTokenAnswersWithTheForm() throws Exception {
        Map<String, String> form = form();
        form.put("confirmation", "anna0001");
        form.put("token", "old");

        HttpResponse<String> refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Browser.form(refused.body())).containsEntry("confirmation", "anna0001");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void ofAReadOnlySourceItIsSaidWhatStays() throws Exception {
        String page = browser.get("/customer-users/anonymise?login=reader0000").body();
        assertThat(page)
                .contains("The source Company directory is read only: the record stays as it is", "cannot be wiped")
                .doesNotContain("login-keep");
        Map<String, String> form = Browser.form(page);
        form.put("confirmation", "reader0000");

        HttpResponse<String> done = browser.post(Browser.action(page), form);

        assertThat(done.headers().firstValue("Location").orElseThrow()).contains("done=forgotten");
        assertThat(browser.follow(done).body()).contains("its source is read only");
    }

    @ParameterizedTest
    @EnumSource
    void eachObstacleHasItsWords(Kind kind) throws Exception {
        screens.protection.obstacles.add(new Obstacle(kind, "x\"y <z> ${a}", "message"));

        String page = browser.get(PAGE).body();

        assertThat(page)
                .doesNotContain("anonymise.obstacle", "${")
                .contains(kind.blocks() ? "put right first" : "To be known");
        assertThat(page.contains("<form class=\"record")).isEqualTo(!kind.blocks());
        assertThat(browser.with("Accept-Language", "de").get(PAGE).body())
                .doesNotContain("anonymise.obstacle")
                .contains(kind.blocks() ? "zuerst zu klären" : "vorher wissen");
    }

    @Test
    void whileSomethingIsAwayThePageSaysSo() throws Exception {
        screens.store.away = true;
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(503);
        screens.store.away = false;
        assertThat(browser.get("/customer-users/anonymise?login=nobody").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/customer-users/anonymise").statusCode()).isEqualTo(422);
        Map<String, String> form = form();
        form.put("confirmation", "anna0001");
        screens.database.fail(Outcome.FAILED, "Connection refused.");
        assertThat(post(form).statusCode()).isIn(404, 503);
    }

    private Map<String, String> form() throws Exception {
        return Browser.form(browser.get(PAGE).body());
    }

    private HttpResponse<String> post(Map<String, String> form) throws Exception {
        return browser.post("/customer-users/anonymise?form-id=anna0001", form);
    }
}
