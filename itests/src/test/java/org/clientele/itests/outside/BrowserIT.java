package org.clientele.itests.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.clientele.testkit.server.OpenLdapServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A person's whole way through the screens, in order: every step goes on where the one before ended. */
class BrowserIT extends BrowserSteps {
    private static final String LONG = "w".repeat(100);
    private static final List<String> ODD = List.of(
            "${x}",
            "${__self__}",
            "<script>alert(1)</script>",
            "\"",
            "😀",
            "O'Brien",
            "カス",
            "x\"y <z>",
            "%_\\",
            "&#36;{a}",
            LONG);
    private static final String ANNA = "anna.berg";
    private static final String GRACE = "grace.hopper";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private OpenLdapServer directory;

    @BeforeAll
    void start() throws Exception {
        directory = closedAtTheEnd(OpenLdapServer.started());
        directory.add(person(GRACE, "Grace", "Hopper") + "mail: grace@navy.example\n");
        directory.add(person("ada.lovelace", "Ada", "Lovelace"));
        open(Instance.empty());
    }

    @Test
    @Order(1)
    void theEmptyStartSaysWhatToDoFirst() {
        visitor.open("/customer-users");
        assertThat(visitor.at("#results h3").first()).hasText("Start with a customer");
        assertThat(visitor.at(".empty a.primary")).hasText("Add a customer first");
        visitor.keep("01-empty");
        try (Visitor german = new Visitor(browser, instance.address(), "de-DE")) {
            new GermanWay(german).start();
        }
    }

    @Test
    @Order(2)
    void aCustomerIsAdded() {
        visitor.at(".empty a.primary").click();
        visitor.fill(Map.of(
                "CustomerID", "EXAMPLE", "CustomerCompanyName", "Example & Söhne", "CustomerCompanyCity", "Köln"));
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("The customer was added.");
        assertThat(visitor.row("EXAMPLE")).containsText("Example & Söhne");
        visitor.keep("02-customer-added");
    }

    @Test
    @Order(3)
    void aCustomerUserWithoutPasswordGetsOneThatIsShownOnce() {
        visitor.open("/customer-users");
        assertThat(visitor.at("#results h3").first()).hasText("No customer user yet");
        visitor.at(".empty a.primary").click();
        assertThat(visitor.at(".field")).hasCount(18);
        visitor.keep("03-add");
        visitor.fill(anna());
        visitor.press("save");
        assertThat(visitor.at("p.notice.good")).hasText("The customer user was added.");
        assertThat(visitor.at(".secret h3")).hasText("Generated password of " + ANNA);
        assertThat(visitor.at("code.password")).hasText(Pattern.compile("\\S{16}"));
        visitor.keep("04-generated-password");
        String password = visitor.at("code.password").textContent();
        visitor.page().reload();
        assertThat(visitor.at(".secret")).hasCount(0);
        assertThat(visitor.page().content()).doesNotContain(password);
    }

    @Test
    @Order(4)
    void aCustomerUserIsChanged() {
        assertThat(visitor.at("#UserLogin")).hasValue(ANNA);
        visitor.fill(Map.of("UserComment", "Answers the phone.", "UserPhone", "+49 221 1234"));
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("The customer user was saved.");
        assertThat(visitor.row(ANNA)).hasCount(1);
        assertThat(visitor.row(ANNA)).containsText("Answers the phone.");
        assertThat(visitor.row(ANNA).locator(".validity")).hasText("valid");
        visitor.keep("05-changed");
    }

    @Test
    @Order(5)
    void whatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost() {
        openRecord(ANNA);
        visitor.fill(Map.of("UserEmail", "not an address", "UserPhone", "+49 30 99", "UserFirstname", ""));
        visitor.press("save");
        assertThat(visitor.at("#UserEmail-error")).isVisible();
        assertThat(visitor.at("#UserFirstname-error")).hasText("First name is required.");
        assertThat(visitor.at("#UserEmail")).hasValue("not an address");
        assertThat(visitor.at("#UserEmail")).hasAttribute("aria-invalid", "true");
        assertThat(visitor.at("#UserPhone")).hasValue("+49 30 99");
        assertThat(visitor.at(".summary a[href='#UserEmail']")).isVisible();
        visitor.keep("06-refused");
        assertThat(visitor.barriers()).isEmpty();
        openRecord(ANNA);
        assertThat(visitor.at("#UserPhone")).hasValue("+49 221 1234");
    }

    @Test
    @Order(6)
    void aTakenUsernameIsRefused() {
        visitor.open("/customer-users/add");
        visitor.fill(anna());
        visitor.fill(Map.of("UserEmail", "other@example.com"));
        visitor.press("save");
        assertThat(visitor.at("#UserLogin-error")).isVisible();
        assertThat(visitor.at("#UserLogin")).hasValue(ANNA);
    }

    @Test
    @Order(7)
    void whoIsInvalidIsNotListedButFound() {
        openRecord(ANNA);
        visitor.at("#ValidID").selectOption("2");
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("The customer user was saved.");
        visitor.open("/customer-users");
        assertThat(visitor.at("#results")).isVisible();
        assertThat(visitor.row(ANNA)).hasCount(0);
        visitor.at("#includeInvalid").check();
        assertThat(visitor.row(ANNA).locator(".validity")).hasText("invalid");
        visitor.at("#search").fill("berg");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*search=berg.*includeInvalid=1.*"));
        assertThat(visitor.row(ANNA)).hasCount(1);
        visitor.keep("07-include-invalid");
    }

    @Test
    @Order(8)
    void theSearchIsSentByEnterAndByTheIcon() {
        // without what searches while somebody types
        visitor.page().route("**/results.frag*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        visitor.open("/customer-users?includeInvalid=1");
        visitor.at("#search").fill("berg");
        visitor.at("#search").press("Enter");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*search=berg.*includeInvalid=1.*"));
        assertThat(visitor.row(ANNA)).hasCount(1);
        visitor.at("#search").fill("nobody");
        visitor.at("form.toolbar .search button.icon").click();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*search=nobody.*includeInvalid=1.*"));
        assertThat(visitor.row(ANNA)).hasCount(0);
        visitor.page().unroute("**/results.frag*");
    }

    @Test
    @Order(9)
    void oddValuesAreStoredAndShownAsTyped() {
        for (int i = 0; i < ODD.size(); i++) {
            String value = ODD.get(i);
            Map<String, String> typed = Map.of(
                    "UserFirstname", value,
                    "UserLastname", value,
                    "UserLogin", value + i,
                    "UserEmail", "odd" + i + "@example.com",
                    "UserCustomerID", "EXAMPLE",
                    "UserStreet", value,
                    "UserComment", value);
            visitor.open("/customer-users/add");
            visitor.fill(typed);
            visitor.press("save");
            assertThat(visitor.at("p.notice.good")).hasText("The customer user was added.");
            openRecord(value + i);
            assertThat(visitor.at("main h2")).hasText(value + " " + value);
            for (String field : List.of("UserFirstname", "UserLastname", "UserStreet", "UserComment")) {
                assertThat(visitor.at("#" + field)).hasValue(value);
            }
        }
        visitor.open("/customer-users");
        for (int i = 0; i < ODD.size(); i++) {
            assertThat(visitor.row(ODD.get(i) + i).locator("td:not(.pick)").first())
                    .hasText(ODD.get(i) + " " + ODD.get(i));
        }
        visitor.keep("08-odd-values");
    }

    @Test
    @Order(10)
    void fiveThousandCharactersAreRefusedAtTheField() {
        String text = "äx".repeat(2_500);
        openRecord("O'Brien5");
        visitor.fill(Map.of("UserComment", text, "UserStreet", text));
        visitor.press("save");
        assertThat(visitor.at("#UserComment-error")).isVisible();
        assertThat(visitor.at("#UserStreet-error")).isVisible();
        assertThat(visitor.at("#UserComment")).hasValue(text);
        visitor.keep("09-too-long");
    }

    @Test
    @Order(11)
    void aRowOfTheMapIsInFormListAndSearchWithoutCode() throws Exception {
        instance.shell("customer-user:add-field CustomerUser UserRoom Room room 250");
        awaitField("UserRoom");
        openRecord("O'Brien5");
        visitor.fill(Map.of("UserRoom", "B 0.17 <east>"));
        visitor.press("saveAndFinish");
        assertThat(visitor.row("O'Brien5")).containsText("B 0.17 <east>");
        assertThat(visitor.at("table.records thead")).containsText("Room");
        visitor.keep("16-room");
        instance.edit(
                "org.clientele.backend.db-CustomerUser.cfg",
                text -> text + "\nsearchFields = login, first_name, last_name, customer_id, room\n");
        Awaitility.await("the search field")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !instance.web()
                        .json("/customer-users.json", "search", "0.17")
                        .getFieldAsArray("rows")
                        .isEmpty());
        visitor.open("/customer-users?search=0.17");
        assertThat(visitor.row("O'Brien5")).hasCount(1);
    }

    @Test
    @Order(12)
    void aDirectoryServerAppearsByItsFileAndItsRecordsSayWhyTheyCannotBeChanged() throws Exception {
        instance.configure("org.clientele.backend.ldap-CustomerUser1.cfg", """
                name = Company directory
                host = 127.0.0.1
                port = %d
                baseDn = %s
                scope = sub
                userDn = %s
                userPw = %s
                alwaysFilter = (objectClass=inetOrgPerson)
                """.formatted(
                        directory.port(), OpenLdapServer.BASE, OpenLdapServer.ADMINISTRATOR, OpenLdapServer.PASSWORD));
        awaitOutcome(GRACE, "answered");
        visitor.open("/customer-users");
        assertThat(visitor.row(GRACE)).containsText("Company directory");
        visitor.row(GRACE).locator("a").click();
        assertThat(visitor.at("#reason"))
                .hasText(
                        "The source Company directory is read-only: this customer user is kept elsewhere and can only be"
                                + " changed there.");
        assertThat(visitor.at("form.record legend")).hasText("Preferences");
        assertThat(visitor.at(".record.sheet").first()).containsText("grace.hopper@example.com");
        assertThat(visitor.at(".record.sheet").first()).containsText("grace@navy.example");
        visitor.keep("10-directory-record");
        assertThat(visitor.barriers()).isEmpty();
    }

    @Test
    @Order(13)
    void withoutTheDirectoryServerTheOthersAreListedAndItIsNamed() throws Exception {
        directory.stop();
        long began = System.nanoTime();
        visitor.open("/customer-users");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ANSWER_LIMIT.multipliedBy(2));
        assertThat(visitor.row("O'Brien5")).hasCount(1);
        assertThat(visitor.row(GRACE)).hasCount(0);
        assertThat(visitor.at("#results .notice.warn")).containsText("A source is missing in this list");
        assertThat(visitor.at("#results .notice.warn li")).containsText("Company directory");
        visitor.keep("11-directory-away");
        assertThat(visitor.barriers()).isEmpty();
        directory.start();
        awaitOutcome(GRACE, "answered");
        visitor.open("/customer-users");
        assertThat(visitor.row(GRACE)).hasCount(1);
        assertThat(visitor.at("#results .notice.warn")).hasCount(0);
        visitor.keep("12-directory-back");
    }

    @Test
    @Order(14)
    void aSilentDirectoryServerIsNotWaitedForLongerThanTheLimit() throws Exception {
        directory.suspend();
        try {
            long began = System.nanoTime();
            visitor.open("/customer-users");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ANSWER_LIMIT.multipliedBy(2));
            assertThat(visitor.row("O'Brien5")).hasCount(1);
            assertThat(visitor.at("#results .notice.warn li")).containsText("Company directory");
        } finally {
            directory.resume();
        }
        awaitOutcome(GRACE, "answered");
    }

    @Test
    @Order(15)
    void everythingIsThereInGerman() throws Exception {
        visitor.open("/customer-users");
        visitor.at("button[name=language][value=de]").click();
        assertThat(visitor.at("main h2")).hasText("Kundenbenutzer");
        visitor.at("button[name=language][value=en]").click();
        assertThat(visitor.at("main h2")).hasText("Customer Users");
        try (Visitor german = new Visitor(browser, instance.address(), "de-DE")) {
            GermanWay way = new GermanWay(german);
            way.add();
            way.change();
            way.makeInvalidAndFind();
            way.openReadOnly(GRACE);
            directory.stop();
            way.listWithoutASource();
            directory.start();
            assertThat(german.complaints()).isEmpty();
        }
        awaitOutcome(GRACE, "answered");
    }

    @Test
    @Order(16)
    void nothingKeepsPeopleOutInLightAndDarkOnDeskAndPhone() {
        Map<String, String> pages = Map.of(
                "list", "/customer-users?includeInvalid=1",
                "long", "/customer-users/edit?login=" + LONG + ODD.indexOf(LONG),
                "add", "/customer-users/add",
                "record", "/customer-users/edit?login=" + GRACE,
                "unknown", "/customer-users/edit?login=nobody");
        pages.forEach((page, path) -> {
            visitor.open(path);
            assertNothingKeepsPeopleOut("15-" + page);
        });
    }

    private void openRecord(String login) {
        visitor.open("/customer-users/edit?login=" + URLEncoder.encode(login, StandardCharsets.UTF_8));
    }

    /** Until a form has a field, as somebody who reloads would see. */
    private void awaitField(String variable) {
        Awaitility.await(variable).atMost(Duration.ofSeconds(30)).until(() -> {
            visitor.open("/customer-users/add");
            return visitor.at("#" + variable).count() == 1;
        });
    }

    /** Until a look-up finds the person and its source answers, as somebody who reloads would see. */
    private void awaitOutcome(String login, String outcome) {
        Awaitility.await("the source of " + login)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    JSONObject list = instance.web().json("/customer-users.json", "search", login);
                    List<JSONValue> sources = list.getFieldAsArray("sources");
                    return !list.getFieldAsArray("rows").isEmpty()
                            && sources.stream()
                                    .allMatch(source ->
                                            outcome.equals(((JSONObject) source).getFieldAsString("outcome")));
                });
    }

    private static Map<String, String> anna() {
        return Map.of(
                "UserFirstname", "Anna",
                "UserLastname", "Berg",
                "UserLogin", ANNA,
                "UserEmail", "anna.berg@example.com",
                "UserCustomerID", "EXAMPLE");
    }

    private static String person(String login, String first, String last) {
        return """
                dn: uid=%1$s,%4$s
                objectClass: inetOrgPerson
                uid: %1$s
                cn: %2$s %3$s
                givenName: %2$s
                sn: %3$s
                title: Dr.
                telephoneNumber: +1 202 555 0100
                description: Kept in the directory.
                mail: %1$s@example.com
                """.formatted(login, first, last, OpenLdapServer.BASE);
    }
}
