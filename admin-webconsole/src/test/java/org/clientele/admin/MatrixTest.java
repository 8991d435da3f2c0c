package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.clientele.Outcome;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customer users and groups: what all matrices have in common is tested here. */
class MatrixTest extends ScreenTest {
    private static final String ANNA = "/customer-users-groups/matrix?login=anna0001";
    private static final Holder HOLDER = new Holder.CustomerUser("anna0001");

    private Group hotline;
    private Group parts;

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        hotline = screens.groups.add("Hotline", "Calls");
        parts = screens.groups.add("Parts", "");
        screens.permissions.give(HOLDER, parts.id(), "ro");
    }

    @Test
    void onlyRowsThatWereChangedAreSaved() throws Exception {
        HttpResponse<String> saved = send(open(ANNA).check(id(hotline), "same.ro"));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(screens.permissions.asked)
                .containsExactly(new PermissionChange(HOLDER, hotline.id(), Set.of(), Set.of(Permission.of("ro"))));
        assertThat(screens.store.of(HOLDER)).containsOnlyKeys(hotline.id(), parts.id());
        assertThat(browser.follow(saved).body())
                .contains("One change was saved.")
                .contains("Bert Adler – Hotline: nothing → ro")
                .contains(">Undo</button>");
    }

    @Test
    void nothingIsAskedWhereNothingWasChanged() throws Exception {
        HttpResponse<String> saved = send(open(ANNA));
        assertThat(browser.follow(saved).body())
                .contains("Nothing was changed.")
                .doesNotContain("Undo");
        assertThat(screens.permissions.asked).isEmpty();
    }

    @Test
    void everythingImpliesTheOthersAndIsStoredAlone() throws Exception {
        send(open(ANNA).check(id(hotline), "same.ro").check(id(hotline), "same.rw"));
        assertThat(given(hotline)).containsExactly(Permission.of("rw"));

        MatrixForm form = open(ANNA);
        assertThat(form.isChecked(id(hotline), "same.ro")).isTrue();
        assertThat(form.isChecked(id(hotline), "same.rw")).isTrue();
        send(form);
        assertThat(screens.store.changes).isEqualTo(1);

        send(open(ANNA).uncheck(id(hotline), "same.rw"));
        assertThat(given(hotline)).containsExactly(Permission.of("ro"));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNamedAndLeft() throws Exception {
        MatrixForm form = open(ANNA).check(id(hotline), "same.ro").check(id(parts), "same.rw");
        screens.permissions.give(HOLDER, parts.id());

        String page = browser.follow(send(form)).body();

        assertThat(given(parts)).isEmpty();
        assertThat(given(hotline)).containsExactly(Permission.of("ro"));
        assertThat(page)
                .contains("One change was saved.")
                .contains("Somebody else changed these in the meantime.")
                .contains("<li>Bert Adler – Parts</li>");
    }

    @Test
    void undoTakesBackExactlyWhatWasSaved() throws Exception {
        HttpResponse<String> saved =
                send(open(ANNA).check(id(hotline), "same.rw").uncheck(id(parts), "same.ro"));
        screens.permissions.give(new Holder.CustomerUser("anna0002"), parts.id(), "ro");
        String page = browser.follow(saved).body();

        HttpResponse<String> undone = undo(browser, page);

        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(given(hotline)).isEmpty();
        assertThat(given(parts)).containsExactly(Permission.of("ro"));
        assertThat(screens.store.of(new Holder.CustomerUser("anna0002"))).containsKey(parts.id());
        assertThat(browser.follow(undone).body())
                .contains("2 changes were taken back.")
                .contains("Bert Adler – Hotline: rw → nothing")
                .doesNotContain(">Undo</button>");

        HttpResponse<String> again = undo(browser, page);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("can no longer be taken back");
    }

    @Test
    void undoLeavesWhatWasChangedSince() throws Exception {
        String page =
                browser.follow(send(open(ANNA).check(id(hotline), "same.ro"))).body();
        screens.permissions.give(HOLDER, hotline.id(), "rw");

        HttpResponse<String> undone = undo(browser, page);

        assertThat(given(hotline)).containsExactly(Permission.of("rw"));
        assertThat(browser.follow(undone).body())
                .contains("Nothing was taken back.")
                .contains("<li>Bert Adler – Hotline</li>");
    }

    @Test
    void whatCannotBeTakenBackNowCanBeLater() throws Exception {
        String page =
                browser.follow(send(open(ANNA).check(id(hotline), "same.ro"))).body();
        screens.store.away = true;
        assertThat(undo(browser, page).statusCode()).isEqualTo(503);
        screens.store.away = false;
        assertThat(undo(browser, page).statusCode()).isEqualTo(303);
        assertThat(given(hotline)).isEmpty();
    }

    @Test
    void anotherAdministratorSeesAndTakesBackNothing() throws Exception {
        HttpResponse<String> saved = send(open(ANNA).check(id(hotline), "same.ro"));
        Browser other = browser.with("X-User", "other");
        assertThat(other.follow(saved).body()).doesNotContain("One change was saved.");

        String key = browser.follow(saved).body().replaceAll("(?s).*name=\"undo\" value=\"([^\"]*)\".*", "$1");
        String token = new MatrixForm(other.get(ANNA).body()).token;
        HttpResponse<String> undone = other.post(ANNA, Map.of("token", token, "undo", key));
        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(given(hotline)).containsExactly(Permission.of("ro"));
    }

    @Test
    void aGroupHasItsPeopleInRowsPageByPage() throws Exception {
        Samples.fillUsers(screens.database, "person", 120);
        screens.permissions.give(new Holder.CustomerUser("person0100"), hotline.id(), "rw");
        String group = "/customer-users-groups/matrix?group=" + hotline.id();
        String first = browser.get(group + "&search=person").body();
        MatrixForm form = new MatrixForm(first);
        assertThat(form.rows).hasSize(50).contains("person0000").doesNotContain("person0100");
        assertThat(first).contains("The first 50 customer users; there are more");

        form.rows.forEach(row -> form.check(row, "same.ro"));
        HttpResponse<String> saved = send(form);

        assertThat(saved.headers().firstValue("Location").orElseThrow()).contains("search=person");
        assertThat(screens.store.of(new Holder.CustomerUser("person0100"))).containsKey(hotline.id());
        assertThat(screens.permissions.asked).hasSize(50);
        String page = browser.follow(saved).body();
        assertThat(page)
                .contains("50 changes were saved.")
                .contains("and 42 more")
                .contains("value=\"person\"");

        String next = Browser.text(first.replaceAll("(?s).*rel=\"next\" href=\"/system/console([^\"]*)\".*", "$1"));
        MatrixForm second = open(next);
        assertThat(second.rows).doesNotContainAnyElementsOf(form.rows);
        HttpResponse<String> more = send(second.check(second.rows.get(0), "same.ro"));
        assertThat(more.headers().firstValue("Location").orElseThrow()).contains("search=person", "after=");
    }

    @Test
    void aGroupInWhichEverybodyHasEverythingIsText() throws Exception {
        Group users = screens.groups.add("USERS", "");
        Group nearly = screens.groups.add("users of old", "");
        String page = browser.get(ANNA).body();
        assertThat(page).contains("Always, for everybody (alwaysGroups)");
        MatrixForm form = new MatrixForm(page);
        assertThat(form.rows).contains(id(nearly)).doesNotContain(id(users));
        assertThat(browser.get("/customer-users-groups/matrix?group=" + users.id())
                        .body())
                .contains("Always, for everybody")
                .doesNotContain("name=\"mark\"", "name=\"save\"");
        send(form.check(id(nearly), "same.ro"));
        assertThat(given(nearly)).containsExactly(Permission.of("ro"));
    }

    @Test
    void whileGroupSupportIsOffThePageSaysSoAndWorks() throws Exception {
        screens.store.rules = Rules.withoutSupport();
        String page = browser.get(ANNA).body();
        assertThat(page).contains("until groupSupport in org.clientele.directory is on");
        assertThat(browser.get("/customer-users-groups").body()).contains("Group support is off");
        send(new MatrixForm(page).check(id(hotline), "same.ro"));
        assertThat(given(hotline)).isNotEmpty();
    }

    @Test
    void aTypeThatIsNotConfiguredAnyMoreStandsInNobodysWay() throws Exception {
        screens.store.put(HOLDER, parts.id(), Set.of(Permission.of("ro"), Permission.of("create")));
        send(open(ANNA));
        assertThat(screens.permissions.asked).isEmpty();
        send(open(ANNA).check(id(parts), "same.rw"));
        assertThat(given(parts)).containsExactly(Permission.of("rw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Ünal",
                "カス",
                "x\"y <z>",
                "${a}",
                "${__self__}",
                "<script>alert(1)</script>",
                "%_\\*",
                "LONG"
            })
    void namesAreShownAsTheyAre(String name) throws Exception {
        String ugly = name.equals("LONG") ? "ü".repeat(191) : name;
        Group group = screens.groups.add(ugly, ugly);
        Samples.put(
                screens.database,
                ugly,
                Map.of("UserLogin", ugly, "UserFirstname", ugly, "UserLastname", ugly, "UserEmail", "u@example.com"));
        String address = "/customer-users-groups/matrix?login=" + Browser.encode(ugly);

        HttpResponse<String> saved = send(open(address).check(id(group), "same.rw"));
        String page = browser.follow(saved).body();

        assertThat(Browser.text(page)).contains(ugly + " " + ugly + " – " + ugly + ": nothing → rw");
        assertThat(page).doesNotContain("<script>alert", "${");
        assertThat(undo(browser, page).statusCode()).isEqualTo(303);
        assertThat(screens.store.of(new Holder.CustomerUser(ugly))).isEmpty();

        MatrixForm back = open("/customer-users-groups/matrix?group=" + group.id());
        send(back.check(ugly, "same.ro"));
        assertThat(screens.store.of(new Holder.CustomerUser(ugly))).containsKey(group.id());
        assertThat(Browser.text(browser.get("/customer-users-groups").body())).contains(ugly);
    }

    @Test
    void formsOfStrangersAndStaleOnesChangeNothing() throws Exception {
        MatrixForm form = open(ANNA).check(id(hotline), "same.ro");
        String body = form.body();
        assertThat(send(browser.with("X-Role", "viewer"), ANNA, body).statusCode())
                .isEqualTo(403);
        assertThat(send(browser.with("Origin", "https://evil.example"), ANNA, body)
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
            HttpResponse<String> answer = send(browser, ANNA, token + body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("class=\"clientele\"", "Nothing was changed");
        }
        HttpResponse<String> tooMany = send(browser, ANNA, token + "&row=1&before=".repeat(1001));
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("A form has at most 1,000 rows. Nothing was changed.");
        HttpResponse<String> unknown = send(browser, ANNA, token + "&row=99&before=&mark=0+same.ro");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.body()).contains("These are not there, or cannot be looked up at the moment: 99");
        assertThat(send(browser, ANNA, token + row + "&mark=0+other.ro").statusCode())
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
        for (HttpResponse<String> page : new HttpResponse[] {browser.get(ANNA), send(form)}) {
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

    @Test
    void boxesAndTableSayWhatTheyAre() throws Exception {
        String page = browser.get(ANNA).body();
        assertThat(page)
                .contains("<span class=\"hidden\">Hotline: ro</span>")
                .contains("<th scope=\"row\">", "scope=\"col\"", "<caption")
                .contains("data-all=\"All of this page: rw\"")
                .contains("role=\"region\" tabindex=\"0\"")
                .contains("/customer-users-groups/res/matrix.js\" defer");
        assertThat(page.substring(page.indexOf("<main"))).doesNotContain(" style=", " onclick", "<script>");
        assertThat(browser.get("/customer-users-groups/res/matrix.js").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/groups/res/access.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=UTF-8");
    }

    private MatrixForm open(String address) throws Exception {
        HttpResponse<String> page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        return new MatrixForm(page.body());
    }

    private HttpResponse<String> send(MatrixForm form) throws Exception {
        return send(browser, form.action, form.body());
    }

    private static HttpResponse<String> send(Browser browser, String address, String body) throws Exception {
        return browser.send("POST", address, body);
    }

    private static HttpResponse<String> undo(Browser browser, String page) throws Exception {
        String key = page.replaceAll("(?s).*name=\"undo\" value=\"([^\"]*)\".*", "$1");
        MatrixForm form = new MatrixForm(page);
        return browser.post(form.action, Map.of("token", form.token, "undo", key));
    }

    private Set<Permission> given(Group group) {
        return screens.store.of(HOLDER).getOrDefault(group.id(), Set.of());
    }

    private static String id(Group group) {
        return Long.toString(group.id());
    }
}
