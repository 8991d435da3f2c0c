package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A map may name its variables as it likes. */
class FieldNamesTest extends ScreenTest {
    private static final List<String> NAMES = List.of(
            "token",
            "version",
            "source",
            "login",
            "customerId",
            "email",
            "search",
            "limit",
            "after",
            "includeInvalid",
            "withoutUnavailable",
            "save",
            "saveAndFinish",
            "done",
            "id");
    private static final String FROM =
            "list-search=anna&list-includeInvalid=1&list-source=CustomerUser&list-limit=5&list-after=a";

    @BeforeEach
    void fill() {
        List<Field> fields = new ArrayList<>(Samples.userFields());
        NAMES.forEach(name -> fields.add(Samples.field(name, "Label of " + name, false, 100)));
        screens.database.fields = List.copyOf(fields);
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void isStoredAsTypedWhereARecordIsChanged() throws Exception {
        String page = browser.get("/customer-users/edit?login=anna0001&" + FROM).body();
        HttpResponse<String> saved = send(page, Browser.form(page));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertStored("anna0001");
        assertThat(saved.headers().firstValue("Location").orElseThrow()).contains("/edit?login=anna0001&");
    }

    @Test
    void isStoredAsTypedWhereARecordIsAdded() throws Exception {
        String page = browser.get("/customer-users/add?source=CustomerUser&search=start&" + FROM)
                .body();
        Map<String, String> form = Browser.form(page);
        assertThat(form)
                .containsEntry("search", "start")
                .containsEntry("field-source", "")
                .containsEntry("source", "CustomerUser");
        form.putAll(Map.of("UserFirstname", "New", "UserLastname", "Person", "UserLogin", "new"));
        form.putAll(Map.of("UserEmail", "new@example.com", "UserCustomerID", "C1"));
        HttpResponse<String> saved = send(page, form);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertStored("new");
    }

    @Test
    void isShownAgainAsTypedWhereTheFormIsRefused() throws Exception {
        String page = browser.get("/customer-users/edit?login=anna0001&" + FROM).body();
        Map<String, String> form = Browser.form(page);
        form.put("UserEmail", "no address");
        HttpResponse<String> refused = send(page, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        NAMES.forEach(name -> assertThat(Browser.form(refused.body()))
                .containsEntry(FormParameter.ofField(name), "typed as " + name));
    }

    private HttpResponse<String> send(String page, Map<String, String> form) throws Exception {
        NAMES.forEach(name -> form.put(FormParameter.ofField(name), "typed as " + name));
        return browser.post(Browser.action(page), form);
    }

    private void assertStored(String login) {
        Map<String, List<String>> record = screens.database.records.get(login);
        NAMES.forEach(name -> assertThat(record).containsEntry(name, List.of("typed as " + name)));
    }
}
