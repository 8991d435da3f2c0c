package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the screens offer to whoever may not do everything. */
class RoleScreensTest extends ScreenTest {

    @Override
    Screens open() throws Exception {
        return new Screens(
                0,
                Map.of(
                        "viewRoles",
                        "viewer",
                        "customerUserRoles",
                        "people",
                        "customerRoles",
                        "x",
                        "passwordRoles",
                        "secrets"));
    }

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        screens.groups.add("Hotline <x>", "");
    }

    @Test
    void listsOfferNothingToWhoMayOnlyView() throws Exception {
        for (String list : List.of("/customer-users", "/customers", "/groups")) {
            assertThat(page("viewer", list))
                    .as(list)
                    .doesNotContain(list + "/add", list + "/test", list + "/draft")
                    .contains("col-id");
        }
        assertThat(page("people", "/customer-users")).contains("/customer-users/add", "/customer-users/test");
        assertThat(page("people", "/customers")).doesNotContain("/customers/add", "/customers/test");
    }

    @Test
    void emptyListsDoNotSayWhatToAdd() throws Exception {
        screens.database.records.clear();
        screens.companies.records.clear();
        screens.store.groups.clear();
        for (String list : List.of("/customer-users", "/customers", "/groups", "/customer-users-groups")) {
            assertThat(page("viewer", list)).as(list).doesNotContain("/add\"").contains("nothing to look at");
        }
        assertThat(page("people", "/customer-users"))
                .contains("there is none yet", "it needs the role “manage customers and groups”")
                .doesNotContain("/customers/add");
    }

    @Test
    void recordsAreTextWithTheReason() throws Exception {
        for (String record : List.of(
                "/customer-users/edit?login=anna0001", "/customers/edit?customerId=C1", "/groups/edit?group=1")) {
            assertThat(page("viewer", record))
                    .as(record)
                    .contains("You may look at this. To change it you need the role")
                    .doesNotContain("<form class=\"record\"", "name=\"save\"", "customer-users/add");
        }
        assertThat(page("viewer", "/groups/edit?group=1"))
                .contains("Hotline &lt;x&gt;", "<dd>valid</dd>", "<dd>–</dd>");
        assertThat(page("viewer", "/customer-users/edit?login=anna0001")).contains("Bert");
        assertThat(page("people", "/customers/edit?customerId=C1")).contains("customer-users/add");
    }

    @Test
    void matricesCannotBeChecked() throws Exception {
        for (String matrix : List.of(
                "/customer-users-customers/matrix?login=anna0001",
                "/customer-users-groups/matrix?group=1",
                "/customers-groups/matrix?customerId=C1")) {
            String page = page("viewer", matrix);
            assertThat(page.split("type=\"checkbox\" name=\"mark\"")).as(matrix).hasSizeGreaterThan(1);
            assertThat(page.split("type=\"checkbox\" name=\"mark\"")).hasSameSizeAs(page.split(" disabled"));
            assertThat(page).contains("customerUserRoles").doesNotContain("name=\"save\"", "matrix.js");
            assertThat(page("people", matrix)).contains("name=\"save\"").doesNotContain(" disabled");
        }
    }

    @Test
    void whoMayNotSetPasswordsHasNoFieldForThem() throws Exception {
        String edit = page("people", "/customer-users/edit?login=anna0001");
        assertThat(edit).contains("The password stays as it is").doesNotContain("type=\"password\"");
        assertThat(page("people,secrets", "/customer-users/edit?login=anna0001"))
                .contains("type=\"password\"")
                .doesNotContain("passwordRoles");
        assertThat(page("people", "/customer-users/add"))
                .contains("gets no password")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void aPasswordThatIsSentAllTheSameIsRefusedAndNothingChanged() throws Exception {
        Map<String, String> form = Browser.form(page("people", "/customer-users/edit?login=anna0001"));
        form.putAll(Map.of("UserCity", "Łódź", "UserPassword", "s3cret-ünal"));
        HttpResponse<String> answer = as("people").post("/customer-users/edit?login=anna0001", form);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("it needs the role “set passwords”", "value=\"Łódź\"")
                .doesNotContain("s3cret", "type it again");

        Map<String, String> add = person("people");
        add.put("UserPassword", "s3cret-ünal");
        assertThat(as("people").post("/customer-users/add", add).statusCode()).isEqualTo(403);
        assertThat(screens.users.changes).isZero();
        assertThat(screens.database.passwords).isEmpty();
    }

    @Test
    void whoMayNotSetPasswordsAddsPeopleWithoutOne() throws Exception {
        HttpResponse<String> added = as("people").post("/customer-users/add", person("people"));
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(as("people").follow(added).body()).contains("was added").doesNotContain("generated-password");
        assertThat(screens.database.records).containsKey("new");
        assertThat(screens.database.passwords).isEmpty();
    }

    @Test
    void whoMaySetPasswordsGetsAGeneratedOne() throws Exception {
        HttpResponse<String> added = as("people,secrets").post("/customer-users/add", person("people,secrets"));
        assertThat(as("people,secrets").follow(added).body()).contains("generated-password");
        assertThat(screens.database.passwords).containsKey("new");
    }

    @Test
    void whoMayOnlySetPasswordsHasNoFormToDoItWith() throws Exception {
        assertThat(page("secrets", "/customer-users/edit?login=anna0001"))
                .contains("To change it you need the role “manage customer users and relations”")
                .doesNotContain("type=\"password\"");
    }

    private Map<String, String> person(String roles) throws Exception {
        Map<String, String> form = Browser.form(page(roles, "/customer-users/add"));
        form.putAll(Map.of("UserFirstname", "Ünal", "UserLastname", "O'Brien", "UserLogin", "new"));
        form.putAll(Map.of("UserEmail", "new@example.com", "UserCustomerID", "C1"));
        return form;
    }

    private String page(String roles, String path) throws Exception {
        HttpResponse<String> answer = as(roles).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Browser as(String roles) {
        return browser.with("X-Role", roles);
    }
}
