package org.clientele.itests.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Groups, permissions and assignments in a browser, over the demo: every step goes on where the one before ended. */
class AccessScreensIT extends PeopleSteps {
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
        visitor.page().waitForLoadState(); // who types before the script is there is not heard
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
        assertThat(visitor.page()).hasURL(Pattern.compile(".*[?&]customers=.+"));
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
        visitor.page().waitForLoadState(); // the script checks what rw includes
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
    @Order(7)
    void conflictsAreLookedForAPortionAtATime() {
        visitor.open("/customer-users");
        visitor.at(".lede a").click();
        assertThat(visitor.at("#unfinished-rename .empty")).hasText("There are none.");
        visitor.at("#shadowed-login a.button").click();
        assertThat(visitor.at("#shadowed-login .count")).containsText("compared so far");
        visitor.at("#shared-email a.button").click();
        assertThat(visitor.at("#shared-email .count")).containsText("compared so far");
        assertNoBarriers("24-conflicts");
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
        pages.put("draft", "/customer-users/draft?source=CustomerUser");
        pages.put("new-draft", "/customer-users/draft");
        pages.put("effective", "/customer-users/edit?login=" + PERSON);
        pages.put("anonymise", "/customer-users/anonymise?login=" + PERSON);
        pages.forEach((page, path) -> {
            visitor.open(path);
            assertNothingKeepsPeopleOut("24-" + page);
        });
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
        assertNothingKeepsPeopleOut("24-conflict");
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

    /** What the steps before did is in the audit. */
    @Test
    @Order(40)
    void theHistoryOfAPersonSaysWhoGaveWhat() {
        visitor.open("/customer-users/edit?login=" + PERSON);
        visitor.at(".related a[href*='customer-user-audit']").click();
        assertThat(visitor.at("#id")).hasValue(PERSON);
        Locator given = visitor.at("table.audit tr")
                .filter(new Locator.FilterOptions().setHasText(GROUP))
                .filter(new Locator.FilterOptions().setHasText("Permissions changed"));
        assertThat(given.first()).isVisible();
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

    private static void awaitStatus(int status, Web web) {
        Awaitility.await("the status " + status)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> web.get("/groups").statusCode() == status);
    }

    /** The check box of the new group in a column. */
    private Locator box(String column) {
        return visitor.page().getByLabel(GROUP + ": " + column, new Page.GetByLabelOptions().setExact(true));
    }
}
