package org.clientele.itests.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.unboundid.util.json.JSONObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The steps of {@link AccessScreensIT} that are about customer users themselves, and the browser over the demo that all steps share. */
abstract class PeopleSteps extends BrowserSteps {
    static final String GROUP = "O'Brien <b>&${x}";
    static final String PERSON = "bjorn.belanger188";
    static final String CUSTOMER = "UNAL-LOGISTICS";

    @BeforeAll
    void start() throws Exception {
        open(Instance.demo());
        // the demo's last group
        Awaitility.await("the groups of the demo")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> !groups("Archive").isEmpty());
    }

    List<?> groups(String search) throws Exception {
        JSONObject list = instance.web().json("/groups.json", "search", search, "includeInvalid", "1");
        return list.getFieldAsArray("rows");
    }

    @Test
    @Order(6)
    void whoComesFromADirectoryIsDisabledHereAndEnabledAgain() throws Exception {
        String login = readOnlyLogin();
        visitor.open("/customer-users/edit?login=" + login);
        visitor.at("#disabled summary").click();
        visitor.at("#disabled-comment").fill("left <b> ${x}");
        visitor.at("#disabled button[name=set]").click();
        assertThat(visitor.at("p.notice.good")).containsText("disabled here");
        assertThat(visitor.at("#disabled blockquote")).hasText("left <b> ${x}");
        assertThat(visitor.at("#effective .notice")).containsText("not valid");
        assertNoBarriers("24-disabled");
        visitor.open("/customer-users?login=" + login + "&includeInvalid=1");
        assertThat(visitor.row(login)).containsText("here");
        visitor.open("/customer-users/edit?login=" + login);
        visitor.at("#disabled button[name=set]").click();
        assertThat(visitor.at("p.notice.good")).containsText("enabled again");
    }

    private String readOnlyLogin() throws Exception {
        JSONObject list = instance.web().json("/customer-users.json", "source", "CustomerUser1", "limit", "1");
        return ((JSONObject) list.getFieldAsArray("rows").get(0)).getFieldAsString("login");
    }

    @Test
    @Order(9)
    void aFileIsUploadedCheckedAndImportedAndSeveralAreSetInvalid() {
        visitor.see(ColorScheme.LIGHT, 1280);
        visitor.open("/customer-users/import");
        visitor.keep("40-import");
        assertThat(visitor.barriers()).isEmpty();
        String people = "Username;First name;UserLastname;E-Mail;UserCustomerID\n"
                + "import1;Ünal;\"x\"\"y <z>\";import1@example.com;" + CUSTOMER + "\n"
                + "import2;カス;'=1+1;import2@example.com;" + CUSTOMER + "\n"
                + "import3;;O'Brien;import3@example.com;NOBODY\n";
        byte[] content = people.getBytes(StandardCharsets.UTF_8);
        visitor.at("#file").setInputFiles(new FilePayload("people.csv", "text/csv", content));
        visitor.at("form.record button.primary").click();
        assertThat(visitor.at("select[name=column-0]")).hasValue("UserLogin");
        assertThat(visitor.at("select[name=column-3]")).hasValue("UserEmail");
        visitor.keep("41-import-columns");
        assertThat(visitor.barriers()).isEmpty();

        visitor.at("form.import button.primary").click();
        assertThat(visitor.at("h2")).hasText("Check of the file");
        assertThat(visitor.at(".tally.added dd")).hasText("2");
        assertThat(visitor.at("table.errors")).containsText("First name is required.");
        visitor.keep("42-import-check");
        assertThat(visitor.barriers()).isEmpty();

        visitor.at("form.steps-on button.primary").click();
        assertThat(visitor.at("h2")).hasText("Imported");
        assertThat(visitor.at(".tally.added dd")).hasText("2");

        visitor.open("/customer-users?search=import");
        visitor.at("thead .pick input").check();
        assertThat(visitor.at("input[name=pick]").first()).isChecked();
        visitor.keep("43-bulk");
        visitor.at(".listfoot button").click();
        assertThat(visitor.at(".notice.good")).containsText("2 customer users were changed.");
        assertThat(visitor.barriers()).isEmpty();
        visitor.at("button[name=undo]").click();
        assertThat(visitor.at(".notice.good")).containsText("were taken back");
        assertThat(visitor.row("import2")).containsText("=1+1");
        assertThat(visitor.overflowing()).isEmpty();
    }

    @Test
    @Order(11)
    void theCustomerFieldIsAComboboxForTheKeyboard() {
        visitor.see(ColorScheme.LIGHT, 1280);
        visitor.open("/customer-users/add");
        Locator field = visitor.at("#UserCustomerID");
        Locator options = visitor.at("#UserCustomerID-options [role=option]");
        field.pressSequentially("unal log");
        assertThat(options.first()).isVisible();
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(field).not().hasAttribute("aria-activedescendant", Pattern.compile(".+"));
        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "UserCustomerID-options-0");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        visitor.keep("25-combobox");
        assertThat(visitor.barriers()).isEmpty();
        field.press("Enter");
        assertThat(field).hasValue(CUSTOMER);
        assertThat(visitor.at(".chosen")).containsText("nal");
        assertThat(visitor.at("form.record")).isVisible();
        assertThat(field).hasAttribute("aria-expanded", "false");

        field.fill("a");
        assertThat(options.first()).isVisible();
        assertThat(visitor.at("#UserCustomerID ~ [role=status]")).containsText("customers");
        field.press("Escape");
        assertThat(options).hasCount(0);
        assertThat(field).hasValue("a");
        visitor.page().route("**/suggestions.frag*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        field.fill("typed");
        assertThat(visitor.at("#UserCustomerID ~ [role=status]")).containsText("Type the customer ID.");
        assertThat(field).hasValue("typed");
        visitor.page().unroute("**/suggestions.frag*");
    }

    @Test
    @Order(12)
    void aListThatIsFilteredByCustomerComesBackOnEveryWay() {
        visitor.open("/customer-users");
        visitor.at("#customer").pressSequentially("unal log");
        assertThat(visitor.at("#customer-options [role=option]").first()).isVisible();
        visitor.at("#customer").press("ArrowDown");
        visitor.at("#customer").press("Enter");
        assertThat(visitor.at(".scope")).containsText("Customer users of");
        visitor.at("#search").fill("belanger");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*search=belanger&customer=" + CUSTOMER));
        assertThat(visitor.row(PERSON)).hasCount(1);
        visitor.keep("26-filtered");
        String list = visitor.page().url();

        visitor.row(PERSON).locator("th a").click();
        visitor.page().goBack();
        assertThat(visitor.page()).hasURL(list);
        assertThat(visitor.at("#customer")).hasValue(CUSTOMER);
        visitor.row(PERSON).locator("th a").click();
        visitor.at(".bar a.button").click();
        assertThat(visitor.page()).hasURL(list);
        visitor.row(PERSON).locator("th a").click();
        visitor.at("#preference-UserTimeZone").selectOption("Europe/Berlin");
        visitor.press("saveAndFinish");
        assertThat(visitor.page()).hasURL(list + "&done=saved&id=" + PERSON);
        visitor.row(PERSON).locator("th a").click();
        assertThat(visitor.at("#preference-UserTimeZone")).hasValue("Europe/Berlin");
    }

    @Test
    @Order(13)
    void noWindowScrollsSideways() {
        for (String page : List.of("/customer-users?includeInvalid=1", "/customers", "/customer-users/add")) {
            visitor.open(page);
            for (int width : List.of(390, 480, 640, 735, 740, 800, 900, 1000, 1100, 1280)) {
                visitor.see(ColorScheme.LIGHT, width);
                assertThat(visitor.overflowing()).as(page + " at " + width).isEmpty();
                assertThat(visitor.page()
                                .evaluate("[...document.querySelectorAll('.scroll')]"
                                        + ".every(e => e.scrollWidth <= e.clientWidth)"))
                        .as(page + " at " + width)
                        .isEqualTo(true);
            }
        }
    }

    /** Late: whoever comes after it finds no customer under the former ID. */
    @Test
    @Order(98)
    void whatBecomesOfARenamedCustomerIsSaidBeforeAndAfterwards() {
        visitor.see(ColorScheme.LIGHT, 1280);
        visitor.open("/customers/edit?customerId=" + CUSTOMER);
        visitor.fill(Map.of("CustomerID", CUSTOMER + " & Co"));
        visitor.press("save");
        assertThat(visitor.at("#ahead")).containsText("get the new ID");
        assertThat(visitor.at("#ahead")).containsText("the former ID");
        visitor.keep("27-rename");
        assertThat(visitor.barriers()).isEmpty();
        visitor.press("save");
        assertThat(visitor.at(".notice.good")).hasText("The customer was saved.");
        assertThat(visitor.at(".notice.info")).containsText("were moved to the new ID");
        assertThat(visitor.at(".notice.info")).containsText("still have the former ID");
        assertThat(visitor.at("#CustomerID")).hasValue(CUSTOMER + " & Co");
        visitor.keep("28-renamed");
    }

    /** The last step: he is somebody else afterwards. */
    @Test
    @Order(99)
    void onceHisLoginIsTypedAPersonIsAnonymised() {
        visitor.open("/customer-users/edit?login=" + PERSON);
        visitor.at("#protection a.button").last().click();
        visitor.at("#confirmation").fill("somebody else");
        visitor.press("anonymise");
        assertThat(visitor.at("#confirmation-error")).isVisible();
        assertThat(visitor.at("#confirmation")).hasValue("somebody else");
        visitor.at("#confirmation").fill(PERSON);
        visitor.press("anonymise");
        assertThat(visitor.at("p.notice.good")).containsText("The customer user was anonymised.");
        assertThat(visitor.at("#UserFirstname")).hasValue("anonymised");
        assertThat(visitor.at("#effective")).containsText("not valid");
        visitor.open("/customer-users/edit?login=" + PERSON);
        assertThat(visitor.at("main h2")).hasText("Customer user not found");
    }
}
