package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.Outcome;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest extends ScreenTest {

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        Samples.fillUsers(screens.ldap, "person", 3);
    }

    static List<String> uglyValues() {
        return List.of(
                "${x}",
                "${__self__}",
                "${a",
                "}${",
                "$",
                "<script>alert(1)</script>",
                "\"><b>",
                "O'Brien",
                "x\"y <z>",
                "😀 カス Ünal",
                "%_\\*",
                "&amp;&#36;",
                "javascript:alert(1)",
                " blank at both ends ",
                "ä".repeat(150));
    }

    @ParameterizedTest
    @MethodSource("uglyValues")
    void whatIsTypedIsStoredAndShownAsTyped(String value) throws Exception {
        Map<String, String> form = person("ugly");
        for (String variable : textVariables()) {
            form.put(variable, fitting(variable, value));
        }
        HttpResponse<String> edit = browser.follow(browser.post("/customer-users/add?source=CustomerUser", form));

        assertThat(edit.statusCode()).isEqualTo(200);
        for (String variable : textVariables()) {
            assertThat(screens.database.records.get("ugly").get(variable))
                    .as(variable)
                    .containsExactly(form.get(variable));
            assertThat(Browser.form(edit.body())).as("form").containsEntry(variable, form.get(variable));
        }
        assertThat(edit.body()).doesNotContain("<script>alert").doesNotContain("<b>\"");
        assertThat(Browser.text(browser.get("/customer-users?search=ugly").body()))
                .contains("ugly@example.com");
    }

    @ParameterizedTest
    @MethodSource("uglyValues")
    void anUglyLoginCanBeOpenedAndSaved(String login) throws Exception {
        Map<String, String> form = person(login);
        form.put(Fields.EMAIL, "someone@example.com");
        HttpResponse<String> edit = browser.follow(browser.post("/customer-users/add", form));
        assertThat(edit.statusCode()).isEqualTo(200);
        assertThat(Browser.text(edit.body())).contains(login);

        Map<String, String> change = Browser.form(edit.body());
        change.put("UserCity", "Köln");
        HttpResponse<String> saved = browser.post("/customer-users/edit?login=" + Browser.encode(login), change);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.follow(saved).body()).contains("value=\"Köln\"");

        change = opened(Browser.encode(login));
        change.put("UserCity", "Ulm");
        change.put("saveAndFinish", "1");
        HttpResponse<String> list =
                browser.follow(browser.post("/customer-users/edit?login=" + Browser.encode(login), change));
        assertThat(Browser.text(list.body())).contains(login);
    }

    @Test
    void fiveThousandCharactersAreRefusedBesideTheFieldAndNothingTypedIsLost() throws Exception {
        for (String variable : textVariables()) {
            Map<String, String> form = person("long");
            form.put("UserCountry", "Ελλάδα");
            form.put(variable, "😀x".repeat(2500));
            HttpResponse<String> answer = browser.post("/customer-users/add", form);
            if (variable.equals(Fields.COMMENT)) {
                assertThat(answer.statusCode()).isEqualTo(303);
                screens.database.records.remove("long");
                continue;
            }
            assertThat(answer.statusCode()).as(variable).isEqualTo(422);
            assertThat(answer.body())
                    .contains("id=\"" + variable + "-error\"")
                    .contains("href=\"#" + variable + "\"")
                    .contains("<div id=\"content\"");
            Map<String, String> shown = Browser.form(answer.body());
            textVariables().forEach(one -> assertThat(shown).containsEntry(one, form.getOrDefault(one, "")));
        }
        assertThat(screens.database.records).doesNotContainKey("long");
    }

    @Test
    void aFieldBeyondAllMeasureGetsAMessage() throws Exception {
        Map<String, String> form = person("huge");
        form.put(Fields.COMMENT, "y".repeat(20_001));
        HttpResponse<String> answer = browser.post("/customer-users/add", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("longer than 20,000 characters").contains("yyyy");
        form.put(Fields.COMMENT, "y".repeat(300_000));
        HttpResponse<String> tooMuch = browser.post("/customer-users/add", form);
        assertThat(tooMuch.statusCode()).isEqualTo(413);
        assertThat(tooMuch.body()).contains("class=\"clientele\"").contains("Nothing was changed");
    }

    @Test
    void aGeneratedPasswordIsShownExactlyOnce() throws Exception {
        HttpResponse<String> added = browser.post("/customer-users/add", person("new"));
        assertThat(added.statusCode()).isEqualTo(303);
        String password = screens.database.passwords.get("new");
        assertThat(password).hasSize(16);
        assertThat(added.headers().map().toString()).doesNotContain(password);

        assertThat(browser.with("X-User", "other").get("/customer-users").body())
                .doesNotContain(password);
        assertThat(browser.get("/customer-users.json").body()).doesNotContain(password);
        assertThat(browser.follow(added).body()).contains(password);
        assertThat(browser.follow(added).body()).doesNotContain(password);
        assertThat(browser.get("/customer-users").body()).doesNotContain(password);
    }

    @Test
    void aRequestForHeadersAloneDoesNotUseUpTheGeneratedPassword() throws Exception {
        HttpResponse<String> added = browser.post("/customer-users/add", person("new"));
        browser.send("HEAD", "/customer-users/edit?login=new", "");
        browser.send("HEAD", "/customer-users", "");
        assertThat(browser.follow(added).body()).contains(screens.database.passwords.get("new"));
    }

    @Test
    void aLostAnswerLosesNoPasswordAndClaimsNothing() throws Exception {
        screens.users.answersAreLost = true;
        HttpResponse<String> answer = browser.post("/customer-users/add", person("new"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("not certain whether this was saved").doesNotContain("Nothing was saved");
        assertThat(browser.get("/customer-users").body()).contains(screens.database.passwords.get("new"));
    }

    @Test
    void aRefusedAdditionLeavesNoPassword() throws Exception {
        Map<String, String> form = person("new");
        form.put("UserEmail", "no address");
        assertThat(browser.post("/customer-users/add", form).body()).contains("Nothing was saved yet");
        assertThat(browser.get("/customer-users").body()).doesNotContain("Generated password");
    }

    @Test
    void aChangeOfNobodyIsNotFoundAndOfAnUnknownSourceRefused() throws Exception {
        Map<String, String> form = opened("anna0001");
        form.put("UserCity", "Bonn");
        HttpResponse<String> kept = browser.post("/customer-users/edit?login=nobody", form);
        assertThat(kept.statusCode()).isEqualTo(404);
        assertThat(Browser.form(kept.body())).containsEntry("UserCity", "Bonn");
        form.remove("source");
        assertThat(browser.post("/customer-users/edit?login=nobody", form).statusCode())
                .isEqualTo(404);
        screens.ldap.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.post("/customer-users/edit?login=nobody", form).statusCode())
                .isEqualTo(503);
        form.put("source", "nope");
        HttpResponse<String> unknown = browser.post("/customer-users/edit?login=anna0001", form);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("There is no such source.");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void aChangeWithoutVersionIsRefused() throws Exception {
        Map<String, String> form = opened("anna0001");
        form.put("UserCity", "Bonn");
        for (String version : new String[] {"", null}) {
            form.put("version", version);
            form.values().removeIf(Objects::isNull);
            HttpResponse<String> answer = browser.post("/customer-users/edit?login=anna0001", form);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("The parameter version is missing.");
        }
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void aChosenPasswordIsNeverShown() throws Exception {
        Map<String, String> form = person("new");
        form.put("UserPassword", "s3cret-chosen");
        form.put("UserEmail", "no address");
        HttpResponse<String> refused = browser.post("/customer-users/add", form);
        assertThat(refused.body()).doesNotContain("s3cret").contains("type it again");
        form.put("UserEmail", "new@example.com");
        HttpResponse<String> added = browser.post("/customer-users/add", form);
        assertThat(browser.follow(added).body()).doesNotContain("s3cret");
        assertThat(screens.database.passwords).containsEntry("new", "s3cret-chosen");
    }

    @Test
    void anEmptyPasswordOnEditKeepsTheOldOne() throws Exception {
        screens.database.passwords.put("anna0001", "old");
        Map<String, String> form = opened("anna0001");
        form.put("UserCity", "Bonn");
        form.put("UserPassword", "");
        assertThat(browser.post("/customer-users/edit?login=anna0001", form).statusCode())
                .isEqualTo(303);
        assertThat(screens.database.passwords).containsEntry("anna0001", "old");
        form = opened("anna0001");
        form.put("UserPassword", "x");
        browser.post("/customer-users/edit?login=anna0001", form);
        assertThat(screens.database.passwords).containsEntry("anna0001", "x");
    }

    @Test
    void everyFieldOfTheManualHasLabelHintAndMark() throws Exception {
        String page = browser.get("/customer-users/add").body();
        for (Field field : Samples.userFields()) {
            String from = page.substring(page.indexOf("<label for=\"" + field.variable() + "\""));
            String label = from.substring(0, from.indexOf("</label>"));
            assertThat(label.contains("*")).as(field.variable()).isEqualTo(field.required());
            assertThat(page)
                    .containsPattern("id=\"" + field.variable() + "-hint\">[^<]{10,}</p>")
                    .contains("name=\"" + field.variable() + "\"");
        }
        assertThat(page).contains("Generated if left empty.").contains("<option value=\"1\" selected>valid");
    }

    @Test
    void aRecordThatDidNotChangeIsNotWritten() throws Exception {
        HttpResponse<String> saved = browser.post("/customer-users/edit?login=anna0001", opened("anna0001"));
        assertThat(browser.follow(saved).body()).contains("Nothing was changed");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void theLoginIsFixedOnEdit() throws Exception {
        assertThat(browser.get("/customer-users/edit?login=anna0001").body()).doesNotContain("name=\"UserLogin\"");
        Map<String, String> form = opened("anna0001");
        form.put("UserLogin", "mallory");
        form.put("UserCity", "Bonn");
        browser.post("/customer-users/edit?login=anna0001", form);
        assertThat(screens.database.records.get("anna0001").get("UserLogin")).containsExactly("anna0001");
    }

    @Test
    void aReadOnlyRecordIsTextWithTheReason() throws Exception {
        HttpResponse<String> page = browser.get("/customer-users/edit?login=person0001");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("is read-only")
                .contains("person0001@<wbr>example.com")
                .doesNotContain("name=\"UserEmail\"");
    }

    @Test
    void anUnconfirmedRecordSaysSo() throws Exception {
        screens.database.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.get("/customer-users/edit?login=person0001").body()).contains("not certain");
    }

    @Test
    void nobodyIsNotFoundAndAbsentSourcesAreNamed() throws Exception {
        HttpResponse<String> nobody = browser.get("/customer-users/edit?login=nobody");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.body()).contains("<div id=\"content\"").contains("Customer user not found");
        screens.database.fail(Outcome.TIMED_OUT, "No answer within 5 seconds.");
        HttpResponse<String> unknown = browser.get("/customer-users/edit?login=anna0001");
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.body())
                .contains("Database")
                .contains("No answer within 5 seconds.")
                .contains("Try again");
    }

    @Test
    void aSourceThatGoesWhileTheFormIsOpenLosesNothingTyped() throws Exception {
        Map<String, String> form = opened("anna0001");
        form.put("UserCity", "Bonn");
        screens.database.fail(Outcome.WAITING, "The bundle is stopped.");
        HttpResponse<String> answer = browser.post("/customer-users/edit?login=anna0001", form);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Browser.form(answer.body())).containsEntry("UserCity", "Bonn");
    }

    @Test
    void aDuplicateIsNamedBesideItsField() throws Exception {
        HttpResponse<String> answer = browser.post("/customer-users/add", person("ANNA0001"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"UserLogin-error\"").contains("in use already");
    }

    @Test
    void saveAndFinishShowsTheRowEvenIfItIsInvalid() throws Exception {
        Map<String, String> form = opened("anna0001");
        form.put("ValidID", "2");
        form.put("saveAndFinish", "1");
        HttpResponse<String> list = browser.follow(browser.post("/customer-users/edit?login=anna0001", form));
        assertThat(list.body()).contains("was saved").contains("Just saved").contains("anna0001@<wbr>example.com");
    }

    @Test
    void theWayBackKeepsTheSearch() throws Exception {
        String list =
                browser.get("/customer-users?search=anna0001&includeInvalid=1").body();
        assertThat(list).contains("/edit?login=anna0001&amp;list-search=anna0001&amp;list-includeInvalid=1");
        Map<String, String> form = opened("anna0001");
        form.put("saveAndFinish", "1");
        form.put("UserCity", "Bonn");
        HttpResponse<String> saved =
                browser.post("/customer-users/edit?login=anna0001&list-search=anna0001&list-includeInvalid=1", form);
        assertThat(saved.headers().firstValue("Location").orElseThrow())
                .startsWith("/system/console/customer-users?")
                .contains("search=anna0001", "includeInvalid=1", "done=saved");
    }

    private Map<String, String> opened(String login) throws Exception {
        return Browser.form(browser.get("/customer-users/edit?login=" + login).body());
    }

    private Map<String, String> person(String login) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(
                Browser.form(browser.get("/customer-users/add").body()));
        form.put("UserFirstname", "First");
        form.put("UserLastname", "Last");
        form.put("UserLogin", login);
        form.put("UserEmail", login + "@example.com");
        form.put("UserCustomerID", "C1");
        form.put("save", "1");
        return form;
    }

    private static List<String> textVariables() {
        return Samples.userFields().stream()
                .map(Field::variable)
                .filter(variable ->
                        !List.of("UserPassword", "ValidID", "UserLogin").contains(variable))
                .toList();
    }

    private static String fitting(String variable, String value) {
        int limit = Samples.userFields().stream()
                .filter(field -> field.variable().equals(variable))
                .findFirst()
                .orElseThrow()
                .maxLength()
                .orElseThrow();
        String mail = variable.equals(Fields.EMAIL) ? "ugly@example.com" : value;
        return mail.length() > limit ? mail.substring(0, limit) : mail;
    }
}
