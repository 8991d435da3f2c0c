package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.clientele.field.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a form: what was typed is there again, and it is said why. */
class KeptInputTest extends ScreenTest {
    private final MemorySource second =
            new MemorySource("CustomerUser2", "Second", true, false, false, Samples.ldapFields());

    @Override
    Screens open() throws Exception {
        return new Screens(List.of(second));
    }

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void theSourceOfANewRecordGoesBeforeItIsSaved() throws Exception {
        Map<String, String> form = person();
        screens.database.fail(Outcome.WAITING, "The bundle is stopped.");
        Map<String, String> sent = new LinkedHashMap<>(form);
        sent.put("UserPassword", "");
        HttpResponse<String> answer = browser.post("/customer-users/add", sent);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Browser.form(answer.body())).containsAllEntriesOf(form);
        assertThat(answer.body()).contains("cannot be reached at the moment").contains("name=\"UserPassword\"");

        screens.database.recover();
        assertThat(browser.post(Browser.action(answer.body()), Browser.form(answer.body()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(screens.database.records.get("new")).containsEntry("UserCity", List.of("Bonn"));
    }

    @Test
    void theOnlyWritableSourceGoes() throws Exception {
        Map<String, String> form = person();
        screens.database.fail(Outcome.WAITING, "The bundle is stopped.");
        second.fail(Outcome.WAITING, "The bundle is stopped.");
        HttpResponse<String> answer = browser.post("/customer-users/add", form);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Browser.form(answer.body())).containsAllEntriesOf(form);
    }

    @Test
    void theSourceOfANewRecordIsRemoved() throws Exception {
        Map<String, String> form = person();
        form.put("source", "CustomerUser9");
        HttpResponse<String> answer = browser.post("/customer-users/add", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.form(answer.body())).containsAllEntriesOf(form);
        assertThat(answer.body()).contains("There is no source “CustomerUser9”");
    }

    @Test
    void theSourceOfARecordIsRemovedWhileItIsChanged() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(
                Browser.form(browser.get("/customer-users/edit?login=anna0001").body()));
        form.put("UserCity", "Bonn");
        form.put("source", "CustomerUser9");
        HttpResponse<String> answer = browser.post("/customer-users/edit?login=anna0001", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.form(answer.body())).containsEntry("UserCity", "Bonn");
        assertThat(answer.body()).contains("There is no such source.");
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void anotherSourceIsChosen() throws Exception {
        Map<String, String> form = person();
        form.put("form-switch", "1");
        form.put("form-other-source", "CustomerUser2");
        HttpResponse<String> there = browser.post("/customer-users/add", form);
        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(Browser.form(there.body()))
                .containsEntry("source", "CustomerUser2")
                .containsEntry("UserFirstname", "First");
        assertThat(there.body()).contains("has no field for").contains("<li>City: Bonn</li>");
        assertThat(screens.users.changes).isZero();

        form = Browser.form(there.body());
        form.put("UserRoom", "12 b");
        form.put("form-switch", "1");
        form.put("form-other-source", "CustomerUser");
        HttpResponse<String> back = browser.post(Browser.action(there.body()), form);
        assertThat(Browser.form(back.body()))
                .containsEntry("source", "CustomerUser")
                .containsEntry("UserCity", "Bonn")
                .containsEntry("UserRoom", "12 b")
                .containsEntry("ValidID", "1");
    }

    @Test
    void aSourceIsChosenThatIsGone() throws Exception {
        Map<String, String> form = person();
        form.put("form-switch", "1");
        form.put("form-other-source", "CustomerUser1");
        HttpResponse<String> answer = browser.post("/customer-users/add", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("no such source that takes new records");
        assertThat(Browser.form(answer.body())).containsEntry("UserCity", "Bonn");
    }

    @Test
    void aSourceThatWaitsIsNamedBeforeAnythingIsTyped() throws Exception {
        screens.database.fail(Outcome.WAITING, "The bundle is stopped.");
        HttpResponse<String> answer = browser.get("/customer-users/add?source=CustomerUser");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The source Database is not there at the moment");
    }

    @Test
    void aVariableIsWrongThatTheFormHasNoFieldFor() throws Exception {
        screens.database.fields = sharing("UserEmail", "UserLogin");
        Map<String, String> form = person();
        HttpResponse<String> added = browser.post("/customer-users/add", form);
        assertThat(added.statusCode()).isEqualTo(422);
        assertThat(added.body()).doesNotContain("name=\"UserEmail\"").contains("<li>E-mail: E-mail is required.");
        Map<String, String> change = new LinkedHashMap<>(
                Browser.form(browser.get("/customer-users/edit?login=anna0001").body()));
        screens.database.records.get("anna0001").put("UserEmail", List.of("no address"));
        change.put("UserCity", "Bonn");
        change.put(
                "version",
                Browser.form(browser.get("/customer-users/edit?login=anna0001").body())
                        .get("version"));
        HttpResponse<String> changed = browser.post("/customer-users/edit?login=anna0001", change);
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("<li>E-mail: This is not an e-mail address");
        assertThat(Browser.form(changed.body())).containsEntry("UserCity", "Bonn");
    }

    private static List<Field> sharing(String variable, String storage) {
        return Samples.userFields().stream()
                .map(field -> field.variable().equals(variable) ? stored(field, storage) : field)
                .toList();
    }

    private static Field stored(Field field, String storage) {
        return new Field(
                field.variable(),
                field.label(),
                storage,
                field.shown(),
                field.required(),
                field.type(),
                field.link(),
                field.readOnly(),
                field.linkTarget(),
                field.linkClasses(),
                field.maxLength(),
                field.selections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customer-users/add", "/customer-users/edit?login=anna0001"})
    void aPasswordHasACharacterThatNobodyTypes(String address) throws Exception {
        Map<String, String> form = Browser.form(browser.get(address).body());
        person().forEach((name, value) -> {
            if (name.startsWith("User") && form.containsKey(name)) {
                form.put(name, value);
            }
        });
        form.put("UserPassword", "a\0b");
        HttpResponse<String> answer = browser.post(address, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsPattern("id=\"UserPassword-error\">A password consists of characters that can be typed");
        assertThat(Browser.form(answer.body())).containsEntry("UserCity", "Bonn");
        assertThat(screens.users.changes).isZero();
    }

    private Map<String, String> person() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Browser.form(
                browser.get("/customer-users/add?source=CustomerUser").body()));
        form.put("UserFirstname", "First");
        form.put("UserLastname", "Last");
        form.put("UserLogin", "new");
        form.computeIfPresent("UserEmail", (name, empty) -> "new@example.com");
        form.put("UserCustomerID", "C1");
        form.put("UserCity", "Bonn");
        return form;
    }
}
