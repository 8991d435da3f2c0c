package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.clientele.CustomerUser;
import org.clientele.Ownership;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not fit together, and the decisions about it. */
class ConflictsPageTest extends ScreenTest {
    private static final String PAGE = "/customer-users/conflicts";
    private static final String UGLY = "O'Brien \"x\" <y> ${a} カス";

    private final Map<String, String> decision = new HashMap<>(Map.of("kind", "suspended-reference", "login", UGLY));

    @BeforeEach
    void fill() throws Exception {
        Samples.put(screens.ldap, UGLY, Map.of("UserLogin", UGLY, "UserLastname", UGLY));
        CustomerUser user = screens.users.find(UGLY).entry().orElseThrow();
        decision.putAll(Map.of("remembered", "uuid <1>", "told", "uuid ${2}"));
        screens.conflicts.all.add(new SuspendedReference(user, "uuid <1>", "uuid ${2}", Instant.EPOCH));
        screens.conflicts.all.add(new ShadowedLogin(user, user));
        screens.conflicts.all.add(new ShadowedLogin(user, user));
        screens.conflicts.all.add(new ShadowedLogin(user, user));
        screens.conflicts.all.add(new SharedEmail(UGLY, user, user));
        screens.conflicts.all.add(new UnfinishedRename(Renamed.CUSTOMER_USER, UGLY, "new", "CustomerUser", Place.NEW));
        screens.conflicts.all.add(
                new UnfinishedRename(Renamed.CUSTOMER, "acme", "${b}", "CustomerCompany", Place.UNKNOWN));
    }

    private HttpResponse<String> decide(String what) throws Exception {
        String page = browser.get(PAGE).body();
        decision.put("token", page.replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1"));
        decision.put("decision", what);
        return browser.post(PAGE, decision);
    }

    @Test
    void renamesAreShownAtOnceAndTheRestOnDemand() throws Exception {
        HttpResponse<String> page = browser.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page.body()))
                .contains("Customer user " + UGLY + " → new", "The source has new: the rest is done.")
                .contains("Customer acme → ${b}", "If it is away, wait.")
                .doesNotContain("uuid <1>");
        assertThat(page.body()).doesNotContain("${").containsOnlyOnce("Finish now");
        assertThat(browser.get("/customer-users").body()).contains("/customer-users/conflicts\">Conflicts</a>");
        for (String kind : new String[] {"suspended-reference", "shadowed-login", "shared-email"}) {
            assertThat(Browser.text(browser.get(PAGE + "?kind=" + kind).body()))
                    .as(kind)
                    .contains(UGLY);
            assertThat(browser.get(PAGE + "?kind=" + kind).body()).as(kind).doesNotContain("${");
        }
        assertThat(browser.get(PAGE + "?kind=nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void portionsGoOn() throws Exception {
        assertThat(browser.get(PAGE + "?kind=shadowed-login").body())
                .contains("2,000 customer users of later sources compared so far.")
                .contains("/conflicts?kind=shadowed-login&amp;after=2#shadowed-login");
        assertThat(browser.get(PAGE + "?kind=shadowed-login&after=2").body())
                .contains("3,000")
                .doesNotContain("Look further");
    }

    @Test
    void aDecisionNeedsAConfirmationAndIsMadeInTheNameOfTheAdministrator() throws Exception {
        HttpResponse<String> refused = decide("another");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("confirm that you have made sure of it", "It is somebody else");
        assertThat(screens.conflicts.decided).isEmpty();

        decision.put("sure", "1");
        assertThat(browser.follow(decide("another")).body()).contains("nothing was passed on", "There are none.");
        assertThat(screens.conflicts.decided).containsExactly("another " + UGLY + " by karaf");
        assertThat(decide("same").statusCode()).isEqualTo(409);
    }

    @Test
    void whoIsTheSameKeepsWhatWasGiven() throws Exception {
        decision.put("sure", "1");
        assertThat(browser.follow(decide("same")).body()).contains("what was given counts again");
        assertThat(screens.conflicts.decided).containsExactly("same " + UGLY + " by karaf");
    }

    @Test
    void aRenameIsFinishedIfItCanBe() throws Exception {
        decision.putAll(Map.of("of", "CUSTOMER", "id", "acme", "newId", "${b}", "sourceId", "CustomerCompany"));
        assertThat(decide("finish").statusCode()).isEqualTo(409);
        decision.putAll(Map.of("of", "CUSTOMER_USER", "id", UGLY, "newId", "new", "sourceId", "CustomerUser"));
        assertThat(browser.follow(decide("finish")).body()).contains("The rename is settled.");
        assertThat(screens.conflicts.decided).containsExactly("finish " + UGLY + " by karaf");
        assertThat(decide("nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void withoutTheStoreThePageSaysSo() throws Exception {
        screens.store.away = true;
        HttpResponse<String> page = browser.get(PAGE + "?kind=suspended-reference");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The directory’s own store");
    }

    @Test
    void jsonHasThePortionToo() throws Exception {
        HttpResponse<String> json = browser.get(PAGE + ".json?kind=suspended-reference");
        assertThat(json.body())
                .contains("\"kind\":\"suspended-reference\"", "\"remembered\":\"uuid <1>\"", "\"next\":null");
        assertThat(browser.get(PAGE + ".json?kind=shadowed-login").body())
                .contains("\"next\":\"2\"", "\"walked\":2000", "\"shadowed\":{\"login\":");
        assertThat(browser.get(PAGE + ".json?kind=unfinished-rename").body())
                .contains("\"of\":\"customer-user\"", "\"place\":\"new\"");
        assertThat(browser.get(PAGE + ".json").statusCode()).isEqualTo(422);
        assertThat(screens.users.find(UGLY).entry())
                .map(CustomerUser::ownership)
                .contains(Ownership.CONFIRMED);
    }

    @Test
    void whoMayOnlyLookIsOfferedNoDecision() throws Exception {
        try (Screens viewing = new Screens(0, Map.of("viewRoles", "viewer"))) {
            viewing.conflicts.all.addAll(screens.conflicts.all);
            Browser viewer = new Browser(viewing.console.address()).with("X-Role", "viewer");
            assertThat(viewer.get(PAGE + "?kind=suspended-reference").body())
                    .contains("Decide who this is.")
                    .doesNotContain("It is the same person", "Finish now");
        }
    }
}
