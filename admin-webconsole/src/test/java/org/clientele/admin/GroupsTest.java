package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import org.clientele.Actor;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest extends ScreenTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void withoutGroupsThePageSaysWhatToDo() throws Exception {
        assertThat(browser.get("/groups").body())
                .contains("No group yet", "href=\"/system/console/groups/add\"")
                .doesNotContain("role=\"search\"");
        screens.groups.add("Hotline", "");
        assertThat(browser.get("/groups").body()).contains("One group").doesNotContain("No group yet");
    }

    @Test
    void aTextIsFoundInNameAndComment() throws Exception {
        screens.groups.add("Hotline", "Calls");
        screens.groups.add("Parts", "Ordered by phone and HOTLINE");
        screens.groups.add("Ünal", "");
        assertThat(browser.get("/groups?search=hotl").body())
                .contains(">Hotline</a>", ">Parts</a>", "2 groups")
                .doesNotContain(">Ünal</a>");
        assertThat(browser.get("/groups?search=" + Browser.encode("ünal")).body())
                .contains(">Ünal</a>", "One group");
        assertThat(Browser.text(browser.get("/groups?search=" + Browser.encode("${nothing}"))
                        .body()))
                .contains("No group found", "Nothing matches “${nothing}”", "Clear search");
    }

    @Test
    void invalidGroupsAreListedOnDemand() throws Exception {
        Group old = screens.groups.add("Old", "");
        screens.groups.update(new Group(old.id(), "Old", "", Validity.INVALID, old.version()), Actor.program("test"));
        assertThat(browser.get("/groups").body())
                .doesNotContain(">Old</a>")
                .contains("href=\"/system/console/groups?includeInvalid=1\"");
        assertThat(browser.get("/groups?includeInvalid=1").body())
                .contains(">Old</a>", "<span class=\"validity invalid\">invalid</span>");
        assertThat(browser.get("/groups?includeInvalid=maybe").statusCode()).isEqualTo(422);
    }

    @Test
    void ofVeryManyTheFirstThousandAreListed() throws Exception {
        for (int i = 0; i < 1001; i++) {
            screens.groups.add(String.format("Group %04d", i), "");
        }
        assertThat(browser.get("/groups").body())
                .contains("The first 1,000 groups; there are more", ">Group 0999</a>")
                .doesNotContain(">Group 1000</a>");
        assertThat(browser.get("/groups?search=1000").body()).contains(">Group 1000</a>");
        assertThat(json("/groups.json").get("rows")).hasSize(1001);
    }

    @Test
    void theLivePartKnowsItsAddress() throws Exception {
        screens.groups.add("Hotline", "Calls");
        HttpResponse<String> live = browser.get("/groups/results.frag?search=call");
        assertThat(live.body()).contains(">Hotline</a>", "hx-swap-oob").doesNotContain("<main");
        assertThat(live.headers().firstValue("HX-Replace-Url")).contains("/system/console/groups?search=call");
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
    void whatIsTypedIsStoredAndShownAsTyped(String typed) throws Exception {
        String name = typed.equals("LONG") ? "ü".repeat(191) : typed;
        Map<String, String> form = Browser.form(browser.get("/groups/add").body());
        form.put("name", name);
        form.put("comment", name + "\r\n" + name.substring(0, Math.min(50, name.length())));
        HttpResponse<String> added = browser.post("/groups/add", form);
        assertThat(added.statusCode()).isEqualTo(303);

        String edit = browser.follow(added).body();
        assertThat(edit).contains("The group was added.").doesNotContain("<script>alert", "${");
        assertThat(Browser.form(edit)).containsEntry("name", name);
        assertThat(screens.store.groups.get(0).comment()).startsWith(name + "\n");
        assertThat(Browser.text(browser.get("/groups").body())).contains(name);
        assertThat(json("/groups.json").get("rows").get(0).get("name").asText()).isEqualTo(name);
    }

    @Test
    void faultsStandBesideTheirFieldsAndNothingTypedIsLost() throws Exception {
        screens.groups.add("Hotline", "");
        Map<String, String> form = Browser.form(browser.get("/groups/add").body());
        form.put("comment", "What was typed");
        assertFault(form, "", "Name is required.", "name");
        assertFault(form, "hotLINE", "Another group has this name already.", "name");
        assertFault(form, "😀".repeat(192), "Name has 192 characters; at most 191 fit.", "name");
        form.put("comment", "x".repeat(251));
        assertFault(form, "New", "Comment has 251 characters; at most 250 fit.", "comment");
        form.put("comment", "");
        form.put("validity", "perhaps");
        assertFault(form, "New", "Validity must be one of the values", "validity");
        assertThat(screens.store.groups).hasSize(1);
        form.put("name", "");
        form.put("validity", "valid");
        assertThat(browser.with("Accept-Language", "de")
                        .post("/groups/add", form)
                        .body())
                .contains("Name ist eine Pflichtangabe.");
    }

    private void assertFault(Map<String, String> form, String name, String message, String field) throws Exception {
        form.put("name", name);
        HttpResponse<String> answer = browser.post("/groups/add", form);
        assertThat(answer.statusCode()).as(message).isEqualTo(422);
        assertThat(answer.body())
                .contains(message)
                .contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"", "aria-invalid=\"true\"");
        assertThat(Browser.form(answer.body()))
                .containsEntry("name", name)
                .containsEntry("comment", form.get("comment"));
    }

    @Test
    void aGroupIsChangedAndTheWayBackIsKept() throws Exception {
        Group group = screens.groups.add("Hotline", "Calls");
        String page = browser.get("/groups/edit?group=" + group.id() + "&list-search=hot")
                .body();
        Map<String, String> form = Browser.form(page);
        HttpResponse<String> unchanged = browser.post(Browser.action(page), form);
        assertThat(browser.follow(unchanged).body()).contains("Nothing was changed.");
        assertThat(screens.store.changes).isZero();

        form.put("name", "Phone");
        form.put("validity", "invalid-temporarily");
        form.put("saveAndFinish", "1");
        HttpResponse<String> finished = browser.post(Browser.action(page), form);
        assertThat(finished.headers().firstValue("Location").orElseThrow())
                .endsWith("/groups?search=hot&done=saved&id=" + group.id());
        assertThat(screens.store.groups)
                .containsExactly(new Group(group.id(), "Phone", "Calls", Validity.INVALID_TEMPORARILY, 2));
        assertThat(browser.follow(finished).body()).contains("The group was saved.", ">Phone</a>");
    }

    @Test
    void whileTheStoreIsAwayNothingTypedIsLost() throws Exception {
        Group group = screens.groups.add("Hotline", "Calls");
        String address = "/groups/edit?group=" + group.id();
        Map<String, String> form = Browser.form(browser.get(address).body());
        form.put("name", "Phone");
        screens.store.away = true;
        for (String path : new String[] {address, "/groups/add"}) {
            HttpResponse<String> answer = browser.post(path, form);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("Check the database that etc/org.ops4j.datasource-clientele.cfg names");
            assertThat(Browser.form(answer.body()))
                    .containsEntry("name", "Phone")
                    .containsEntry("comment", "Calls");
        }
        HttpResponse<String> list = browser.with("Accept-Language", "de").get("/groups");
        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.body()).contains("Prüfen Sie die Datenbank", "Alle Gruppen");
        assertThat(browser.get("/groups.json").statusCode()).isEqualTo(503);
        screens.store.away = false;
        assertThat(browser.post(address, form).statusCode()).isEqualTo(303);
    }

    @Test
    void formsOfStrangersAndStaleOnesChangeNothing() throws Exception {
        Group group = screens.groups.add("Hotline", "Calls");
        String address = "/groups/edit?group=" + group.id();
        Map<String, String> form = Browser.form(browser.get(address).body());
        form.put("name", "Phone");
        for (String path : new String[] {address, "/groups/add"}) {
            assertThat(browser.with("X-Role", "viewer").post(path, form).statusCode())
                    .isEqualTo(403);
            assertThat(browser.with("Origin", "https://evil.example")
                            .post(path, form)
                            .statusCode())
                    .isEqualTo(403);
            form.put("token", "old");
            HttpResponse<String> stale = browser.post(path, form);
            assertThat(stale.statusCode()).isEqualTo(403);
            assertThat(Browser.form(stale.body())).containsEntry("name", "Phone");
            form.put("token", Browser.form(stale.body()).get("token"));
        }
        browser.get(address + "&name=Phone&save=1");
        assertThat(browser.send("DELETE", address, "").statusCode()).isEqualTo(405);
        assertThat(browser.send("POST", "/groups.json", "token=" + form.get("token"))
                        .statusCode())
                .isEqualTo(405);
        assertThat(browser.with("X-Role", "viewer").get("/groups").statusCode()).isEqualTo(403);
        assertThat(screens.store.changes).isZero();
    }

    @Test
    void aGroupThatIsNotThereIsSaid() throws Exception {
        HttpResponse<String> page = browser.get("/groups/edit?group=7");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such group.", "All groups");
        assertThat(browser.get("/groups/edit").statusCode()).isEqualTo(422);
        assertThat(browser.get("/groups/edit?group=x").statusCode()).isEqualTo(422);
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        Group group = screens.groups.add("Hotline", "Calls");
        screens.groups.add("Parts", "");
        assertThat(json("/groups.json").get("rows")).hasSize(2);
        assertThat(json("/groups.json?search=call").get("rows")).hasSize(1);
        JsonNode one = json("/groups/group.json?group=" + group.id());
        assertThat(one.toString())
                .isEqualTo("{\"id\":" + group.id()
                        + ",\"name\":\"Hotline\",\"comment\":\"Calls\",\"validity\":\"valid\",\"version\":1}");
        assertThat(browser.get("/groups/group.json?group=99").statusCode()).isEqualTo(404);
        for (String wrong : new String[] {
            "/groups.json?serch=x", "/groups.json?includeInvalid=maybe", "/groups/group.json?id=1", "/groups/group.json"
        }) {
            HttpResponse<String> answer = browser.get(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).startsWith("{\"message\"");
        }
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }
}
