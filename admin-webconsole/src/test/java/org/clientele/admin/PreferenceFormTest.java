package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preferences on the forms of customer users. */
class PreferenceFormTest extends ScreenTest {
    private static final String ANNA = "/customer-users/edit?login=anna0001";
    private static final String PERSON = "/customer-users/edit?login=person0001";
    private static final String LANGUAGE = "preference-UserLanguage";
    private static final String DESK = "preference-UserDesk";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        Samples.fillUsers(screens.ldap, "person", 3);
    }

    @Test
    void theyAreSavedWithTheRecord() throws Exception {
        Map<String, String> form = form(ANNA);
        assertThat(form).containsEntry(LANGUAGE, "").containsEntry(DESK, "");
        form.put(LANGUAGE, "de");
        form.put("UserCity", "Bonn");
        HttpResponse<String> saved = browser.follow(browser.post(ANNA, form));
        assertThat(saved.body()).contains("The customer user was saved.");
        assertThat(Browser.form(saved.body())).containsEntry(LANGUAGE, "de").containsEntry("UserCity", "Bonn");
        assertThat(screens.preferences.stored.get("anna0001")).containsOnlyKeys("UserLanguage");
        assertThat(screens.database.records.get("anna0001")).doesNotContainKey(LANGUAGE);
    }

    @Test
    void aloneTheyLeaveTheRecordAsItIs() throws Exception {
        Map<String, String> form = form(ANNA);
        form.put(DESK, "0");
        assertThat(browser.post(ANNA, form).headers().firstValue("Location").orElseThrow())
                .endsWith("done=saved");
        assertThat(screens.users.changes).isZero();
        assertThat(screens.preferences.stored.get("anna0001")).containsEntry("UserDesk", "0");
        assertThat(browser.post(ANNA, form(ANNA))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=unchanged");
        Map<String, String> emptied = form(ANNA);
        emptied.put(DESK, "");
        browser.post(ANNA, emptied);
        assertThat(screens.preferences.get("anna0001")).isEmpty();
    }

    @Test
    void peopleOfReadOnlySourcesHaveThemToo() throws Exception {
        String page = browser.get(PERSON).body();
        assertThat(page).contains("id=\"reason\"").contains("<legend>Preferences</legend>");
        Map<String, String> form = Browser.form(page.substring(page.indexOf("<form class=\"record\"")));
        form.put(LANGUAGE, "fr");
        HttpResponse<String> saved = browser.post(Browser.action(page), form);
        assertThat(browser.follow(saved).body())
                .contains("The customer user was saved.")
                .contains("value=\"fr\" selected");
        assertThat(screens.preferences.stored.get("person0001")).containsEntry("UserLanguage", "fr");

        form.put(LANGUAGE, "xx");
        form.put(DESK, "typed");
        HttpResponse<String> refused = browser.post(Browser.action(page), form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"preference-UserLanguage-error\"")
                .contains("href=\"#preference-UserLanguage\"")
                .contains("value=\"typed\"");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsSaved() throws Exception {
        Map<String, String> form = form(ANNA);
        form.put(LANGUAGE, "<script>");
        form.put(DESK, "x".repeat(2001));
        form.put("UserCity", "Bonn");
        HttpResponse<String> refused = browser.post(ANNA, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nothing was saved yet: 2 things need your attention")
                .contains("id=\"preference-UserLanguage-error\">Language must be one of the values that are offered.")
                .contains("id=\"preference-UserDesk-error\">Desk has 2001 characters; at most 2000 fit.");
        assertThat(Browser.form(refused.body()))
                .containsEntry(LANGUAGE, "<script>")
                .containsEntry("UserCity", "Bonn");
        assertThat(screens.users.changes).isZero();
        assertThat(screens.preferences.stored.getOrDefault("anna0001", Map.of()))
                .isEmpty();
    }

    @Test
    void aPreferenceThatFailsNeitherLosesNorDoublesTheRecord() throws Exception {
        Map<String, String> form =
                Browser.form(browser.get("/customer-users/add").body());
        form.putAll(Map.of(
                "UserFirstname", "New", "UserLastname", "Person", "UserLogin", "new", "UserEmail", "n@example.com"));
        form.put("UserCustomerID", "C1");
        form.put(LANGUAGE, "de");
        form.put(DESK, "${x} \"7\"");
        screens.preferences.unwritable = true;

        HttpResponse<String> answer = browser.post("/customer-users/add", form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains("The record was saved, its preferences were not")
                .contains("Generated password of new")
                .doesNotContain("Nothing was saved");
        assertThat(screens.database.records).containsKey("new");
        screens.preferences.unwritable = false;
        Map<String, String> again = Browser.form(answer.body());
        assertThat(again).containsEntry(LANGUAGE, "de").containsEntry(DESK, "${x} \"7\"");
        assertThat(browser.follow(browser.post(Browser.action(answer.body()), again))
                        .body())
                .contains("The customer user was saved.");
        assertThat(screens.users.changes).isEqualTo(1);
        assertThat(screens.preferences.stored.get("new")).hasSize(2);
    }

    @Test
    void theSameHoldsForAChange() throws Exception {
        Map<String, String> form = form(ANNA);
        form.put(LANGUAGE, "de");
        form.put("UserCity", "Bonn");
        screens.preferences.unwritable = true;
        HttpResponse<String> answer = browser.post(ANNA, form);
        assertThat(answer.body()).contains("The record was saved, its preferences were not");
        screens.preferences.unwritable = false;
        Map<String, String> again = Browser.form(answer.body());
        assertThat(again).containsEntry("UserCity", "Bonn").containsEntry(LANGUAGE, "de");
        browser.post(Browser.action(answer.body()), again);
        assertThat(screens.users.changes).isEqualTo(1);
        assertThat(screens.preferences.stored.get("anna0001")).containsEntry("UserLanguage", "de");
    }

    @Test
    void whatSomebodyElseSetMeanwhileIsShownBeforeItIsReplaced() throws Exception {
        Map<String, String> form = form(ANNA);
        screens.preferences.set("anna0001", "UserLanguage", "fr", Actor.program("test"));
        form.put(LANGUAGE, "de");
        HttpResponse<String> refused = browser.post(ANNA, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Somebody else changed this in the meantime to: fr");
        Map<String, String> again = Browser.form(refused.body());
        assertThat(again).containsEntry(LANGUAGE, "de");
        browser.post(ANNA, again);
        assertThat(screens.preferences.stored.get("anna0001")).containsEntry("UserLanguage", "de");
    }

    @Test
    void theyComeBackFromThePageOfTwoChanges() throws Exception {
        Map<String, String> mine = form(ANNA);
        Map<String, String> theirs = form(ANNA);
        theirs.put("UserCity", "Turku");
        browser.post(ANNA, theirs);
        mine.put("UserCity", "Turku");
        mine.put(LANGUAGE, "de");
        HttpResponse<String> choice = browser.post(ANNA, mine);
        assertThat(choice.statusCode()).isEqualTo(409);
        ChoiceForm form = new ChoiceForm(choice.body());
        browser.send("POST", form.action, form.body());
        assertThat(screens.preferences.stored.get("anna0001")).containsEntry("UserLanguage", "de");
    }

    @Test
    void aSourceThatKeepsThemFromAdministratorsHasNone() throws Exception {
        screens.database.adminSetsPreferences = false;
        screens.ldap.adminSetsPreferences = false;
        assertThat(browser.get(ANNA).body()).doesNotContain(LANGUAGE);
        assertThat(browser.get(PERSON).body()).doesNotContain(LANGUAGE);
        assertThat(browser.get("/customer-users/add").body()).doesNotContain(LANGUAGE);
        assertThat(browser.get("/customers/edit?customerId=C1").body()).doesNotContain(LANGUAGE);
    }

    @Test
    void withoutTheStoreTheFormIsThereAndSaysWhatIsMissing() throws Exception {
        screens.preferences.unreadable = true;
        for (String path : List.of(ANNA, PERSON)) {
            assertThat(browser.get(path).body())
                    .contains("Preferences cannot be told at the moment.")
                    .doesNotContain(LANGUAGE);
        }
    }

    @Test
    void aValueThatIsNotOfferedAnyMoreStaysUntilAnotherIsChosen() throws Exception {
        screens.preferences.set("anna0001", "UserLanguage", "tlh_<x>", Actor.program("test"));
        Map<String, String> form = form(ANNA);
        assertThat(form).containsEntry(LANGUAGE, "tlh_<x>");
        form.put("UserCity", "Bonn");
        browser.post(ANNA, form);
        assertThat(screens.preferences.stored.get("anna0001")).containsEntry("UserLanguage", "tlh_<x>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "<script>alert(1)</script>", "x\"y <z>", "O'Brien", "カス", "0", "a\nb", "😀"})
    void anyTextIsKept(String text) throws Exception {
        Map<String, String> form = form(ANNA);
        form.put(DESK, text);
        HttpResponse<String> saved = browser.follow(browser.post(ANNA, form));
        assertThat(saved.body()).doesNotContain("<script>alert", "${");
        assertThat(Browser.form(saved.body())).containsEntry(DESK, text);
    }

    @Test
    void germanNamesLanguagesInGerman() throws Exception {
        assertThat(browser.with("Accept-Language", "de").get(ANNA).body())
                .contains("<legend>Einstellungen</legend>")
                .contains(">Sprache</label>")
                .contains("<option value=\"fr\">Französisch</option>");
    }

    private Map<String, String> form(String path) throws Exception {
        return Browser.form(browser.get(path).body());
    }
}
