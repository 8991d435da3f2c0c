package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.clientele.Actor;
import org.clientele.Outcome;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in a group, below its form. */
class MembersTest extends ScreenTest {
    private Group hotline;

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        hotline = screens.groups.add("Hotline", "Calls");
    }

    @Test
    void eachMemberComesWithTheReasons() throws Exception {
        screens.permissions.give(new Holder.CustomerUser("anna0001"), hotline.id(), "rw");
        screens.permissions.give(new Holder.Customer("C1"), hotline.id(), "ro");

        assertThat(page("&type=ro"))
                .contains("href=\"/system/console/customer-users/edit?login=anna0001\">anna0001</a>")
                .contains("<li>given to the person</li><li>through customer C1</li>")
                .doesNotContain(">anna0002</a>");
        assertThat(page("&type=rw"))
                .contains("<li>given to the person</li></ul>")
                .contains("type=rw#members\" aria-current=\"true\">rw</a>");
        assertThat(page("&type=nonsense")).contains("type=ro#members\" aria-current=\"true\">ro</a>");
    }

    @Test
    void theyComePageByPage() throws Exception {
        Samples.fillUsers(screens.database, "person", 80);
        screens.store.rules = Rules.withoutSupport();
        String first = page("");
        assertThat(first).contains("Group support is off", "group support is off</li>", ">person0050</a>");
        assertThat(first).doesNotContain(">person0079</a>");
        String next = Browser.text(first.replaceAll("(?s).*rel=\"next\" href=\"/system/console([^\"#]*)#.*", "$1"));
        assertThat(browser.get(next).body()).contains(">person0079</a>", "Start again");
        assertThat(page("&after=nonsense")).contains("Start again from the first page", "value=\"Hotline\"");
    }

    @Test
    void nobodyHasAPermissionInAnInvalidGroup() throws Exception {
        assertThat(page("")).contains("Nobody has ro in this group.");
        screens.groups.update(new Group(hotline.id(), "Hotline", "", Validity.INVALID, 1), Actor.program("test"));
        assertThat(page("")).contains("The group is not valid, so nobody has a permission in it.");
    }

    @Test
    void aMissingSourceIsSaidAndTheFormWorks() throws Exception {
        screens.ldap.fail(Outcome.FAILED, "Connection refused.");
        assertThat(page("")).contains("members may be missing", "value=\"Hotline\"");
        screens.companies.fail(Outcome.FAILED, "Connection refused.");
        assertThat(page("")).contains("value=\"Hotline\"");
    }

    @Test
    void everybodyIsToldApartByReason() throws Exception {
        Group users = screens.groups.add("Users", "");
        String page = browser.with("Accept-Language", "de")
                .get("/groups/edit?group=" + users.id())
                .body();
        assertThat(page).contains("<li>alle Kundenbenutzer</li><li>alle Kunden, darunter C1</li>");
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        screens.permissions.give(new Holder.Customer("C1"), hotline.id(), "ro");
        String members = "/groups/members.json?group=" + hotline.id();
        JsonNode page = new ObjectMapper()
                .readTree(browser.get(members + "&type=ro&limit=2").body());
        assertThat(page.get("rows").toString())
                .isEqualTo("[{\"login\":\"anna0001\",\"name\":\"Bert Adler\","
                        + "\"reasons\":[{\"kind\":\"customer\",\"customerId\":\"C1\"}]}]");
        assertThat(page.get("next").asText()).isEqualTo("anna0001");
        for (String wrong : new String[] {"", "&type=x", "&type=ro&limit=0", "&type=ro&limit=1001", "&type=ro&x=1"}) {
            HttpResponse<String> answer = browser.get(members + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).startsWith("{\"message\"");
        }
    }

    private String page(String parameters) throws Exception {
        HttpResponse<String> page = browser.get("/groups/edit?group=" + hotline.id() + parameters);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
