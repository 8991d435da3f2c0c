package org.clientele.itests.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.unboundid.util.json.JSONObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Groups, permissions and assignments in a browser, over the demo: every step goes on where the one before ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessScreensIT {
    private static final String GROUP = "O'Brien <b>&${x}";
    private static final String PERSON = "bjorn.belanger188";
    private static final String CUSTOMER = "UNAL-LOGISTICS";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Instance instance;
    private Visitor visitor;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        instance = Instance.demo();
        opened.push(instance);
        instance.start();
        // the demo's last group
        Awaitility.await("the groups of the demo")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> !groups("Archive").isEmpty());
        Playwright playwright = Playwright.create();
        opened.push(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox")));
        visitor = new Visitor(browser, instance.address(), "en-US");
    }

    @AfterAll
    void end() throws Exception {
        if (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } finally {
                end();
            }
        }
    }

    @AfterEach
    void theBrowserDoesNotComplain() {
        assertThat(visitor.complaints()).isEmpty();
    }

    private List<?> groups(String search) throws Exception {
        JSONObject list = instance.web().json("/groups.json", "search", search, "includeInvalid", "1");
        return list.getFieldAsArray("rows");
    }

    @Test
    @Order(1)
    void aGroupIsAddedAndFoundWhileTyping() {
        visitor.open("/groups");
        visitor.keep("20-groups");
        visitor.at(".head .primary").click();
        visitor.press("save");
        assertThat(visitor.at("#name-error")).isVisible();
        visitor.fill(Map.of("name", GROUP, "comment", "Repairs"));
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("The group was added.");
        visitor.at("#search").fill("o'brien");
        assertThat(visitor.at("#count")).hasText("One group");
        assertThat(visitor.row(GROUP)).containsText("Repairs");
    }

    @Test
    @Order(2)
    void whatACustomerIsGivenIsSavedSaidAndTakenBack() {
        visitor.open("/customers-groups");
        visitor.at("#customers").fill(CUSTOMER);
        visitor.at("#customers").press("Enter");
        visitor.at(".entries a").first().click();
        box("ro (Same customer)").check();
        box("ro (Other customers)").check();
        visitor.at("button[name=save]").click();
        assertThat(visitor.at(".notice.good")).containsText("One change was saved.");
        assertThat(visitor.at(".notice.good")).containsText(GROUP);
        assertThat(box("ro (Same customer)")).isChecked();
        visitor.keep("21-matrix-saved");

        visitor.at("button[name=undo]").click();
        assertThat(visitor.at(".notice.good")).containsText("One change was taken back.");
        assertThat(box("ro (Same customer)")).not().isChecked();
        box("rw (Same customer)").check();
        assertThat(box("ro (Same customer)")).isChecked();
        visitor.at("button[name=save]").click();
        assertThat(box("rw (Same customer)")).isChecked();
    }

    @Test
    @Order(3)
    void whatAPersonIsGivenShowsAmongTheReasons() {
        visitor.open("/customer-users/edit?login=" + PERSON);
        visitor.at("#effective a.button").first().click();
        box("ro").check();
        visitor.at("button[name=save]").click();
        assertThat(visitor.at(".notice.good")).containsText("One change was saved.");

        visitor.open("/customer-users/edit?login=" + PERSON);
        Locator row = visitor.at("#effective tr").filter(new Locator.FilterOptions().setHasText(GROUP));
        assertThat(row).containsText("given to the person");
        assertThat(row).containsText("through customer " + CUSTOMER);
        visitor.keep("22-effective");
    }

    @Test
    @Order(4)
    void aFurtherCustomerIsAssignedAndCounts() {
        visitor.open("/customer-users-customers/matrix?login=" + PERSON + "&search=baltic");
        visitor.at("input[name=mark]").first().check();
        visitor.at("button[name=save]").click();
        assertThat(visitor.at(".notice.good")).containsText("One change was saved.");
        assertThat(visitor.at("#search")).hasValue("baltic");

        visitor.open("/customer-users/edit?login=" + PERSON);
        assertThat(visitor.at("#effective table").last()).containsText("BALTIC-");
    }

    @Test
    @Order(5)
    void theMembersOfAGroupSayWhy() {
        visitor.open("/groups?search=o'brien");
        visitor.at("table.records th a").first().click();
        visitor.at("#members .choices a").first().click();
        Locator row = visitor.at("#members tr").filter(new Locator.FilterOptions().setHasText(PERSON));
        assertThat(row).containsText("given to the person");
        visitor.keep("23-members");
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
        assertNoBarriers("disabled");
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
    @Order(7)
    void conflictsAreLookedForAPortionAtATime() {
        visitor.open("/customer-users");
        visitor.at(".lede a").click();
        assertThat(visitor.at("#unfinished-rename .empty")).hasText("There are none.");
        visitor.at("#shadowed-login a.button").click();
        assertThat(visitor.at("#shadowed-login .count")).containsText("compared so far");
        visitor.at("#shared-email a.button").click();
        assertThat(visitor.at("#shared-email .count")).containsText("compared so far");
        assertNoBarriers("conflicts");
    }

    @Test
    @Order(8)
    void nothingKeepsPeopleOutInLightAndDarkOnDeskAndPhone() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("groups", "/groups?includeInvalid=1");
        pages.put("group", "/groups/add");
        pages.put("overview", "/customer-users-groups");
        pages.put("matrix", "/customers-groups/matrix?customerId=" + CUSTOMER);
        pages.put("assigned", "/customer-users-customers/matrix?login=" + PERSON);
        pages.put("people", "/customer-users?includeInvalid=1&customer=" + CUSTOMER);
        pages.put("customers", "/customers");
        pages.put("audit", "/customer-user-audit");
        pages.put("conflicts", "/customer-users/conflicts?kind=shadowed-login");
        pages.put("effective", "/customer-users/edit?login=" + PERSON);
        pages.put("anonymise", "/customer-users/anonymise?login=" + PERSON);
        pages.forEach((page, path) -> {
            visitor.open(path);
            for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1280, 390)) {
                    visitor.see(colors, width);
                    assertNoBarriers(page + "-" + colors.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        });
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
    @Order(10)
    void everythingIsThereInGerman() {
        try (Visitor german = new Visitor(browser, instance.address(), "de-DE")) {
            german.open("/customer-users-groups");
            assertThat(german.at("main h2")).hasText("Kundenbenutzer ↔ Gruppen");
            german.open("/groups");
            assertThat(german.at(".head .primary")).hasText("Gruppe hinzufügen");
            german.open("/customer-users/anonymise?login=" + PERSON);
            assertThat(german.at("#plan-record")).hasText("Der Datensatz");
            assertThat(german.complaints()).isEmpty();
        }
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

    @Test
    @Order(14)
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

    /** What the steps before did is in the audit. */
    @Test
    @Order(40)
    void theHistoryOfAPersonSaysWhoGaveWhat() {
        visitor.open("/customer-users/edit?login=" + PERSON);
        visitor.at(".head a[href*='customer-user-audit']").click();
        assertThat(visitor.at("#id")).hasValue(PERSON);
        Locator given = visitor.at("table.audit tr").filter(new Locator.FilterOptions().setHasText(GROUP));
        assertThat(given.first()).containsText("Permissions changed");
        assertThat(given.first()).containsText("admin");
        assertThat(given.first()).containsText("127.0.0.1");
        assertThat(given.first()).containsText("done");
        visitor.keep("23-audit");

        visitor.at("#action").selectOption("assignment");
        visitor.at("form.conditions .primary").click();
        assertThat(visitor.at("#action")).hasValue("assignment");
        assertThat(visitor.at("table.audit")).containsText("BALTIC-");
        assertThat(visitor.at("table.audit")).not().containsText(GROUP);
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

    @Test
    @Order(30)
    void twoChangesOfOneRecordAreChosenFieldByFieldWithTheKeyboard() {
        String record = "/customer-users/edit?login=" + PERSON;
        visitor.see(ColorScheme.LIGHT, 1280);
        visitor.open(record);
        try (Visitor other = new Visitor(browser, instance.address(), "en-US")) {
            other.open(record);
            other.fill(Map.of("UserCity", "Turku", "UserPhone", "1"));
            other.press("save");
            assertThat(other.at("p.notice.good")).isVisible();
            assertThat(other.complaints()).isEmpty();
        }
        visitor.fill(Map.of("UserPhone", "2", "UserStreet", GROUP));
        visitor.press("save");
        assertThat(visitor.at(".difference")).hasCount(3);
        for (ColorScheme colors : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            for (int width : List.of(390, 1280)) {
                visitor.see(colors, width);
                assertNoBarriers("conflict-" + colors.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
        visitor.press("form-chosen");
        assertThat(visitor.at("#UserPhone-mine")).isFocused();

        visitor.page().keyboard().press("Space");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.at("p.notice.good")).containsText("saved");
        assertThat(visitor.at("#UserPhone")).hasValue("2");
        assertThat(visitor.at("#UserCity")).hasValue("Turku");
        assertThat(visitor.at("#UserStreet")).hasValue(GROUP);
    }

    @Test
    @Order(31)
    void whoMayOnlyViewIsLetInByConfigurationAndChangesNothing() throws Exception {
        String password = "O'Brien 100 %";
        instance.admit("vera", password, "viewer");
        instance.edit("org.apache.karaf.webconsole.cfg", text -> text.replace("role=admin", "role=viewer"));
        Web vera = new Web(instance.address(), "vera", password);
        awaitStatus(403, vera);
        instance.edit("org.clientele.directory.cfg", text -> text + "\nviewRoles = viewer, admin\n");
        awaitStatus(200, vera);

        try (Visitor viewer = new Visitor(browser, instance.address(), "en-US", "vera", password)) {
            viewer.open("/groups");
            assertThat(viewer.at("table.records")).isVisible();
            assertThat(viewer.at(".head .primary")).hasCount(0);
            viewer.open("/customers-groups/matrix?customerId=" + CUSTOMER);
            assertThat(viewer.at("input[name=mark]").first()).isDisabled();
            assertThat(viewer.at("button[name=save]")).hasCount(0);
            assertThat(viewer.barriers()).isEmpty();
            viewer.open("/customer-users/edit?login=" + PERSON);
            assertThat(viewer.at("#reason")).containsText("customerUserRoles");
            assertThat(viewer.at("form.record")).hasCount(0);
            viewer.open("/groups/add");
            assertThat(viewer.at("main h2")).hasText("Not allowed");
            assertThat(viewer.complaints()).isEmpty();
        }
        assertThat(vera.post("/groups/add", Web.form("name", "of vera", "validity", "valid"))
                        .body())
                .contains("customerRoles");
        assertThat(groups("of vera")).isEmpty();
    }

    private static void awaitStatus(int status, Web web) {
        Awaitility.await("the status " + status)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> web.get("/groups").statusCode() == status);
    }

    private void assertNoBarriers(String name) {
        assertThat(visitor.at("main.clientele")).isVisible();
        assertThat(visitor.barriers()).as(name).isEmpty();
        assertThat(visitor.overflowing()).as(name).isEmpty();
        visitor.keep("24-" + name);
    }

    /** The check box of the new group in a column. */
    private Locator box(String column) {
        return visitor.page()
                .getByLabel(
                        GROUP + ": " + column, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
    }
}
