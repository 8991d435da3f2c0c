package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Actor;
import org.clientele.Outcome;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators change the same record. */
class ConflictTest extends ScreenTest {
    private static final String ANNA = "/customer-users/edit?login=anna0001";
    private static final String UGLY = "x\"y <z> ${a} O'Brien カス";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void whatBothWantIsSideBySideAndChosenWhereOnlyOneChangedIt() throws Exception {
        HttpResponse<String> stale = collide();

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(new ChoiceForm(stale.body()).choices)
                .isEqualTo(Map.of("UserStreet", "mine", "UserCity", "theirs", "UserPhone", ""));
        assertThat(stale.body())
                .contains("Only you changed this.", "Only the other person changed this.", "You both changed this")
                .contains("<span class=\"value\">+49 40 5550 1</span>", "<span class=\"value\">2</span>")
                .contains("Turku", "&lt;z&gt; &#36;{a}")
                .contains("Save the chosen", "Discard mine")
                .doesNotContain("<legend>Firstname");
        assertThat(screens.users.refreshes).isZero();
    }

    @Test
    void theChosenIsSavedAndNothingElse() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body());
        HttpResponse<String> saved = send(form.choose("UserPhone", "mine"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.follow(saved).body()).contains("was saved");
        assertThat(screens.database.records.get("anna0001"))
                .containsEntry("UserPhone", List.of("2"))
                .containsEntry("UserCity", List.of("Turku"))
                .containsEntry("UserStreet", List.of(UGLY));
    }

    @Test
    void whatOnlyTheOtherOneChangedCanBeTakenBack() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body());
        send(form.choose("UserPhone", "theirs").choose("UserCity", "mine").choose("UserStreet", "theirs"));
        assertThat(screens.database.records.get("anna0001"))
                .containsEntry("UserPhone", List.of("1"))
                .containsEntry("UserCity", List.of("Köln"));
        assertThat(screens.database.records.get("anna0001").getOrDefault("UserStreet", List.of("")))
                .isEqualTo(List.of(""));
    }

    @Test
    void whatIsNotChosenIsAskedAgain() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body());
        int changes = screens.users.changes;
        HttpResponse<String> again = send(form.choose("UserStreet", "theirs"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("Nothing was saved", "Not everything is chosen yet", "href=\"#UserPhone-mine\">Phone</a>");
        assertThat(screens.users.changes).isEqualTo(changes);
        ChoiceForm second = new ChoiceForm(again.body());
        assertThat(second.choices).isEqualTo(Map.of("UserStreet", "theirs", "UserCity", "theirs", "UserPhone", ""));
        assertThat(send(second.choose("UserPhone", "mine")).statusCode()).isEqualTo(303);
        assertThat(screens.database.records.get("anna0001")).containsEntry("UserPhone", List.of("2"));
    }

    @Test
    void ifItChangesAgainThePageComesAgainWithAllThatWasTyped() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body());
        change(Map.of("UserPhone", "3"));
        HttpResponse<String> again = send(form.choose("UserPhone", "theirs")
                .choose("UserStreet", "theirs")
                .choose("UserCity", "mine"));
        assertThat(again.statusCode()).isEqualTo(409);
        ChoiceForm second = new ChoiceForm(again.body());
        assertThat(second.choices).isEqualTo(Map.of("UserStreet", "theirs", "UserCity", "mine", "UserPhone", ""));
        assertThat(again.body()).contains(">2</span>", ">3</span>", ">+49 40 5550 1</span>");
        assertThat(send(second.choose("UserPhone", "mine")).statusCode()).isEqualTo(303);
        assertThat(screens.database.records.get("anna0001"))
                .containsEntry("UserPhone", List.of("2"))
                .containsEntry("UserCity", List.of("Köln"));
    }

    @Test
    void whoeverWantedTheSameHasNothingToChoose() throws Exception {
        Map<String, String> mine = opened(ANNA);
        mine.put("UserPhone", "1");
        change(Map.of("UserPhone", "1"));
        HttpResponse<String> answer = browser.post(ANNA, mine);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.follow(answer).body()).contains("Nothing was changed");
    }

    @Test
    void aPasswordIsNeverEchoedAndHasToBeTypedAgain() throws Exception {
        Map<String, String> mine = opened(ANNA);
        mine.put("UserPassword", "s3cret-ünal");
        change(Map.of("UserCity", "Turku"));
        HttpResponse<String> stale = browser.post(ANNA, mine);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Type it again", "type=\"password\"").doesNotContain("s3cret");
        send(new ChoiceForm(stale.body()));
        assertThat(screens.database.passwords).isEmpty();
        assertThat(send(new ChoiceForm(stale.body()).with("UserPassword", "other-ünal"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(screens.database.passwords).containsEntry("anna0001", "other-ünal");
        assertThat(screens.database.records.get("anna0001")).containsEntry("UserCity", List.of("Turku"));
    }

    @Test
    void aTokenThatIsTooOldCostsNothingTyped() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body()).choose("UserPhone", "mine");
        int changes = screens.users.changes;
        HttpResponse<String> again = send(form.with("token", "old"));
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(screens.users.changes).isEqualTo(changes);
        ChoiceForm second = new ChoiceForm(again.body());
        assertThat(second.choices).isEqualTo(Map.of("UserStreet", "mine", "UserCity", "theirs", "UserPhone", "mine"));
        assertThat(send(second).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsChosenButWrongComesBackAsTheForm() throws Exception {
        Map<String, String> mine = opened(ANNA);
        mine.putAll(Map.of("UserEmail", "no address", "UserStreet", UGLY));
        change(Map.of("UserEmail", "ünal@example.com", "UserCity", "Turku"));
        ChoiceForm form = new ChoiceForm(browser.post(ANNA, mine).body());
        HttpResponse<String> refused = send(form.choose("UserEmail", "mine"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Map<String, String> again = Browser.form(refused.body());
        assertThat(again)
                .containsEntry("UserEmail", "no address")
                .containsEntry("UserStreet", UGLY)
                .containsEntry("UserCity", "Turku");
        again.put("UserEmail", "anna@example.com");
        assertThat(browser.post(ANNA, again).statusCode()).isEqualTo(303);
        assertThat(screens.database.records.get("anna0001"))
                .containsEntry("UserStreet", List.of(UGLY))
                .containsEntry("UserCity", List.of("Turku"));
    }

    @Test
    void aSourceThatWentAwayCostsNothingTyped() throws Exception {
        ChoiceForm form = new ChoiceForm(collide().body()).choose("UserPhone", "theirs");
        screens.database.fail(Outcome.WAITING, "Its bundle is stopped");
        HttpResponse<String> away = send(form);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Browser.form(away.body())).containsEntry("UserPhone", "2").containsEntry("UserStreet", UGLY);
    }

    @Test
    void whatTheFormStartedWithIsShownOnlyIfItIsShortAndTrue() throws Exception {
        change(Map.of("UserComment", "long ".repeat(200)));
        Map<String, String> mine = opened(ANNA);
        mine.putAll(Map.of("UserComment", "mine\r\nin two lines", "UserCity", "Bonn", "base-UserCity", "forged"));
        change(Map.of("UserComment", "theirs"));
        String page = browser.post(ANNA, mine).body();
        assertThat(page)
                .contains("too long to be shown here", "mine\nin two lines")
                .doesNotContain("forged");
    }

    @Test
    void itIsReadInGermanToo() throws Exception {
        Map<String, String> mine = opened(ANNA);
        mine.put("ValidID", "2");
        change(Map.of("ValidID", "3"));
        String page = browser.with("Accept-Language", "de").post(ANNA, mine).body();
        assertThat(page)
                .contains("Zwei Änderungen zur gleichen Zeit", "Wie Sie es gelesen haben", "Auswahl speichern")
                .contains("ungültig", "vorübergehend ungültig");
    }

    @Test
    void customersAreChosenAlike() throws Exception {
        String address = "/customers/edit?customerId=C1";
        Map<String, String> mine = opened(address);
        Map<String, String> theirs = opened(address);
        theirs.putAll(Map.of("CustomerCompanyCity", "Turku", "CustomerCompanyZIP", "1"));
        browser.post(address, theirs);
        mine.putAll(Map.of("CustomerCompanyCity", UGLY, "save", "1"));
        ChoiceForm form = new ChoiceForm(browser.post(address, mine).body());
        assertThat(form.choices).isEqualTo(Map.of("CustomerCompanyCity", "", "CustomerCompanyZIP", "theirs"));
        assertThat(send(form.choose("CustomerCompanyCity", "mine")).statusCode())
                .isEqualTo(303);
        assertThat(screens.companies.records.get("c1"))
                .containsEntry("CustomerCompanyCity", List.of(UGLY))
                .containsEntry("CustomerCompanyZIP", List.of("1"));
    }

    @Test
    void groupsAreChosenAlike() throws Exception {
        Group group = screens.groups.add("Hotline", "Calls");
        String address = "/groups/edit?group=" + group.id();
        Map<String, String> mine = opened(address);
        screens.groups.update(
                new Group(group.id(), "Phone", "Calls of others", Validity.VALID, 1), Actor.program("other"));
        mine.putAll(Map.of("name", UGLY, "validity", "invalid", "saveAndFinish", "1"));
        HttpResponse<String> stale = browser.post(address, mine);
        assertThat(stale.statusCode()).isEqualTo(409);
        ChoiceForm form = new ChoiceForm(stale.body());
        assertThat(form.choices).isEqualTo(Map.of("name", "", "comment", "theirs", "validity", "mine"));
        assertThat(send(form).statusCode()).isEqualTo(422);

        screens.groups.update(
                new Group(group.id(), "Phones", "Calls of others", Validity.VALID, 2), Actor.program("other"));
        ChoiceForm second = new ChoiceForm(send(form.choose("name", "theirs")).body());
        assertThat(second.choices).isEqualTo(Map.of("name", "", "comment", "theirs", "validity", "mine"));
        HttpResponse<String> saved = send(second.choose("name", "mine"));
        assertThat(saved.headers().firstValue("Location").orElseThrow()).contains("/groups?");
        assertThat(screens.store.groups)
                .containsExactly(new Group(group.id(), UGLY, "Calls of others", Validity.INVALID, 4));
    }

    /** Both changed the phone, one the street, the other one the city. */
    private HttpResponse<String> collide() throws Exception {
        Map<String, String> mine = opened(ANNA);
        change(Map.of("UserCity", "Turku", "UserPhone", "1"));
        mine.putAll(Map.of("UserPhone", "2", "UserStreet", UGLY));
        return browser.post(ANNA, mine);
    }

    private void change(Map<String, String> values) throws Exception {
        Map<String, String> theirs = opened(ANNA);
        theirs.putAll(values);
        assertThat(browser.post(ANNA, theirs).statusCode()).isEqualTo(303);
    }

    private Map<String, String> opened(String address) throws Exception {
        return Browser.form(browser.get(address).body());
    }

    private HttpResponse<String> send(ChoiceForm form) throws Exception {
        return browser.send("POST", form.action, form.body());
    }
}
