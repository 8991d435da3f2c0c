package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenameFormTest extends ScreenTest {
    private static final String ANNA = "/customer-users/edit?login=anna0001";

    @BeforeEach
    void fill() {
        screens.database.renames = true;
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "\\"})
    void aChangedLoginGoesOnWithTheRenamedRecord(String login) throws Exception {
        Map<String, String> form = Browser.form(browser.get(ANNA).body());
        assertThat(form).containsEntry("UserLogin", "anna0001");
        form.put("UserLogin", login);
        form.put("UserCity", "Bonn");

        HttpResponse<String> saved = browser.follow(browser.post(ANNA, form));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(Browser.form(saved.body())).containsEntry("UserLogin", login).containsEntry("UserCity", "Bonn");
        assertThat(browser.get(ANNA).statusCode()).isEqualTo(404);
    }

    @Test
    void theListShowsTheRenamedRecordAsSaved() throws Exception {
        Map<String, String> form = Browser.form(browser.get(ANNA).body());
        form.put("UserLogin", "renamed");
        form.put("saveAndFinish", "1");

        assertThat(browser.follow(browser.post(ANNA, form)).body())
                .contains("was saved")
                .contains("<tr class=\"fresh\">")
                .contains(">renamed</a></th>");
    }

    @Test
    void aTakenLoginIsSaidBesideTheFieldAndNothingTypedIsLost() throws Exception {
        Map<String, String> form = Browser.form(browser.get(ANNA).body());
        form.put("UserLogin", "anna0002");
        form.put("UserCity", "Bonn");

        HttpResponse<String> refused = browser.post(ANNA, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"UserLogin-error\"").contains("in use already");
        assertThat(Browser.form(refused.body()))
                .containsEntry("UserLogin", "anna0002")
                .containsEntry("UserCity", "Bonn");
        assertThat(screens.database.records.get("anna0001")).doesNotContainEntry("UserCity", List.of("Bonn"));
    }

    @Test
    void aLoginThatSomebodyElseIsSavingIsSaidAsSuch() throws Exception {
        screens.users.busy = true;
        Map<String, String> form = Browser.form(browser.get(ANNA).body());
        form.put("UserLogin", "new");

        assertThat(browser.post(ANNA, form).body()).contains("is being saved by somebody else at this moment");
    }

    @Test
    void whoIsNotAskedIsNotUncertain() throws Exception {
        Map<String, String> form = Browser.form(browser.get(ANNA).body());
        form.put("UserCity", "Bonn");
        screens.database.fail(Outcome.SKIPPED, "Not asked, because it failed lately.");

        HttpResponse<String> refused = browser.post(ANNA, form);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .doesNotContain("not certain whether this was saved")
                .contains("Nothing was saved");
    }
}
