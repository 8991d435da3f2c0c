package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customer users and groups: what all matrices have in common is tested here. */
class MatrixTest extends MatrixScreenTest {
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

        HttpResponse<String> undone = undo(page);

        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(given(hotline)).isEmpty();
        assertThat(given(parts)).containsExactly(Permission.of("ro"));
        assertThat(screens.store.of(new Holder.CustomerUser("anna0002"))).containsKey(parts.id());
        assertThat(browser.follow(undone).body())
                .contains("2 changes were taken back.")
                .contains("Bert Adler – Hotline: rw → nothing")
                .doesNotContain(">Undo</button>");

        HttpResponse<String> again = undo(page);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("can no longer be taken back");
    }

    @Test
    void undoLeavesWhatWasChangedSince() throws Exception {
        String page =
                browser.follow(send(open(ANNA).check(id(hotline), "same.ro"))).body();
        screens.permissions.give(HOLDER, hotline.id(), "rw");

        HttpResponse<String> undone = undo(page);

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
        assertThat(undo(page).statusCode()).isEqualTo(503);
        screens.store.away = false;
        assertThat(undo(page).statusCode()).isEqualTo(303);
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
        assertThat(undo(page).statusCode()).isEqualTo(303);
        assertThat(screens.store.of(new Holder.CustomerUser(ugly))).isEmpty();

        MatrixForm back = open("/customer-users-groups/matrix?group=" + group.id());
        send(back.check(ugly, "same.ro"));
        assertThat(screens.store.of(new Holder.CustomerUser(ugly))).containsKey(group.id());
        assertThat(Browser.text(browser.get("/customer-users-groups").body())).contains(ugly);
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

    private Set<Permission> given(Group group) {
        return screens.store.of(HOLDER).getOrDefault(group.id(), Set.of());
    }
}
