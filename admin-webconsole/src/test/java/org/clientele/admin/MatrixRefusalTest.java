package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.clientele.Outcome;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a matrix refuses, and what it says where something is missing. */
class MatrixRefusalTest extends MatrixScreenTest {
    private static final String ANNA = "/customer-users-groups/matrix?login=anna0001";
    private static final Holder HOLDER = new Holder.CustomerUser("anna0001");

    private Group hotline;

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        hotline = screens.groups.add("Hotline", "Calls");
    }

    @Test
    void formsOfStrangersAndStaleOnesChangeNothing() throws Exception {
        MatrixForm form = open(ANNA).check(id(hotline), "same.ro");
        String body = form.body();
        assertThat(browser.with("X-Role", "viewer").send("POST", ANNA, body).statusCode())
                .isEqualTo(403);
        assertThat(browser.with("Origin", "https://evil.example")
                        .send("POST", ANNA, body)
                        .statusCode())
                .isEqualTo(403);
        form.token = "";
        assertThat(send(form).statusCode()).isEqualTo(403);
        form.token = "old";
        HttpResponse<String> stale = send(form);
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("open for too long");
        assertThat(screens.store.changes).isZero();

        send(new MatrixForm(stale.body()));
        assertThat(given(hotline)).containsExactly(Permission.of("ro"));
    }

    @Test
    void gettingChangesNothing() throws Exception {
        MatrixForm form = open(ANNA).check(id(hotline), "same.ro");
        browser.get(ANNA + "&" + form.body());
        assertThat(screens.store.changes).isZero();
        assertThat(browser.send("PUT", ANNA, form.body()).statusCode()).isEqualTo(405);
        assertThat(browser.send("POST", "/customer-users-groups", form.body()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void formsThatNobodyWasShownAreRefused() throws Exception {
        MatrixForm form = open(ANNA);
        String token = "token=" + form.token;
        String row = "&row=" + hotline.id() + "&before=";
        for (String body : new String[] {
            "&row=1", "&row=1&before=a%3Cb", row + "&mark=7+same.ro", row + "&mark=x", row + row, row + "&mark=0+%24"
        }) {
            HttpResponse<String> answer = browser.send("POST", ANNA, token + body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("class=\"clientele\"", "Nothing was changed");
        }
        HttpResponse<String> tooMany = browser.send("POST", ANNA, token + "&row=1&before=".repeat(1001));
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("A form has at most 1,000 rows. Nothing was changed.");
        HttpResponse<String> unknown = browser.send("POST", ANNA, token + "&row=99&before=&mark=0+same.ro");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.body()).contains("These are not there, or cannot be looked up at the moment: 99");
        assertThat(browser.send("POST", ANNA, token + row + "&mark=0+other.ro").statusCode())
                .isEqualTo(303);
        assertThat(screens.store.changes).isZero();
    }

    @Test
    void whoeverIsNotThereHasNoMatrix() throws Exception {
        assertThat(browser.get("/customer-users-groups/matrix?login=nobody").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/customer-users-groups/matrix?group=99").statusCode())
                .isEqualTo(404);
        for (String query : new String[] {"", "?login=anna0001&group=1", "?group="}) {
            assertThat(browser.get("/customer-users-groups/matrix" + query).statusCode())
                    .as(query)
                    .isEqualTo(422);
        }
        screens.database.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.get(ANNA).statusCode()).isEqualTo(503);
    }

    @Test
    void aCursorThatIsNoneIsSaidOnThePage() throws Exception {
        HttpResponse<String> page = browser.get(ANNA + "&after=nonsense");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Start again from the first page");
    }

    @Test
    void whileTheStoreIsAwayNothingIsLostThatWasThere() throws Exception {
        MatrixForm form = open(ANNA).check(id(hotline), "same.ro");
        screens.store.away = true;
        for (HttpResponse<String> page : List.of(browser.get(ANNA), send(form))) {
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Check the database that etc/org.ops4j.datasource-clientele.cfg names");
        }
        screens.store.away = false;
        assertThat(given(hotline)).isEmpty();
    }

    @Test
    void aMissingSourceIsNamedAboveTheRowsOfTheOthers() throws Exception {
        screens.ldap.fail(Outcome.TIMED_OUT, "No answer.");
        assertThat(browser.get("/customer-users-groups/matrix?group=" + hotline.id())
                        .body())
                .contains("rows may be missing: Company directory")
                .contains("anna0001");
    }

    @Test
    void withoutGroupsThePageLeadsToAddingOne() throws Exception {
        screens.store.groups.clear();
        assertThat(browser.get(ANNA).body())
                .contains("Nothing to show yet")
                .contains("href=\"/system/console/groups/add\"");
        screens.groups.add("Hotline", "");
        assertThat(browser.get(ANNA + "&search=nothing").body())
                .contains("Nothing matches “nothing”")
                .contains("Clear search");
    }

    private Set<Permission> given(Group group) {
        return screens.store.of(HOLDER).getOrDefault(group.id(), Set.of());
    }
}
