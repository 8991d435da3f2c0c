package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor.Door;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditScreenTest extends ScreenTest {
    private static final AuditSubject ANNA = AuditSubject.customerUser("anna <0001> ${a}");

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    Screens open() throws Exception {
        return new Screens(0, Map.of("viewRoles", "viewer"));
    }

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void withoutEntriesThePageSaysWhy() throws Exception {
        assertThat(browser.get("/customer-user-audit").body()).contains("Nothing was changed yet");
        assertThat(browser.get("/customer-user-audit?actor=nobody").body()).contains("No entry found", "Clear filter");
    }

    @Test
    void anEntrySaysWhoDidWhatFromWhere() throws Exception {
        screens.audit.add(
                AuditAction.UPDATE,
                ANNA,
                new AuditChange("UserEmail", "x\"y <z>@example.com", "ünal${a}@example.com"),
                new AuditChange("ValidID", "1", "2"),
                new AuditChange("UserCity", "カス", ""),
                AuditChange.secret("UserPassword"));

        String page = Browser.text(browser.get("/customer-user-audit").body());

        assertThat(page)
                .contains("O'Brien <admin>", "Screen · 192.0.2.7", "Changed", "anna <0001> ${a}", "One entry")
                .contains("x\"y <z>@example.com", "ünal${a}@example.com", "value not recorded", "done")
                .contains("invalid", "empty");
    }

    @Test
    void relationsNameBothSides() throws Exception {
        screens.audit.add(
                AuditAction.PERMISSIONS,
                ANNA,
                AuditSubject.group("Hotline"),
                new AuditChange("permissions.same", "", "ro"));
        screens.audit.add(
                AuditAction.ASSIGNMENT, ANNA, AuditSubject.customer("C1"), new AuditChange("assigned", "", "1"));

        String html = browser.get("/customer-user-audit").body();

        assertThat(Browser.text(html)).contains("Permissions changed", "Hotline", "Assignment changed", "yes");
        assertThat(html)
                .contains("/customers/edit?customerId=C1", "/groups?search=Hotline")
                .contains("/customer-users/edit?login=anna+%3C0001%3E+%24%7Ba%7D");
    }

    @Test
    void valuesAreNamedAndSaidAsTheFormsDo() throws Exception {
        screens.audit.add(AuditAction.UPDATE, ANNA, new AuditChange("disabledHere", "0", "1"));
        screens.audit.add(AuditAction.UPDATE, ANNA, AuditChange.secret("UserPassword"));
        screens.audit.add(AuditAction.PREFERENCE, ANNA, new AuditChange("UserLanguage", "", "de"));
        screens.audit.add(AuditAction.ADD, AuditSubject.group("Hotline"), new AuditChange("validity", "", "invalid"));

        assertThat(browser.with("Accept-Language", "de")
                        .get("/customer-user-audit")
                        .body())
                .contains(">ungültig</span>");
        assertThat(browser.get("/customer-user-audit").body())
                .contains("<span class=\"before\">no</span>", "<span class=\"after\">yes</span>")
                .contains("field-name\">Disabled here<", "field-name\">Password<", "field-name\">Language<")
                .contains("in Database</span>");
    }

    @Test
    void anOutcomeThatNobodyToldIsUnknown() throws Exception {
        screens.audit.add(AuditAction.ADD, ANNA, Optional.empty(), AuditOutcome.INTENDED, "");
        screens.audit.add(AuditAction.ADD, ANNA, Optional.empty(), AuditOutcome.REFUSED, "UserEmail: exists already");

        assertThat(Browser.text(browser.get("/customer-user-audit").body()))
                .contains("outcome unknown", "refused", "UserEmail: exists already");
        assertThat(Browser.text(browser.with("Accept-Language", "de")
                        .get("/customer-user-audit")
                        .body()))
                .contains("Ausgang unbekannt", "abgelehnt", "Protokoll");
    }

    @Test
    void whoManagesNobodyReadsNoPersonalValues() throws Exception {
        screens.audit.add(
                AuditAction.UPDATE,
                ANNA,
                new AuditChange("UserEmail", "", "secret@example.com"),
                new AuditChange("ValidID", "1", "2"));
        screens.audit.add(
                AuditAction.UPDATE, AuditSubject.customer("C1"), new AuditChange("CustomerCompanyCity", "", "Ulm"));
        Browser viewer = browser.with("X-Role", "viewer");

        for (String path : new String[] {"", ".json", "/list.csv"}) {
            HttpResponse<String> answer = viewer.get("/customer-user-audit" + path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("•••", "Ulm").doesNotContain("secret@example.com");
        }
        assertThat(viewer.get("/customer-user-audit").body()).contains("Personal values are hidden");
        assertThat(browser.get("/customer-user-audit").body())
                .contains("secret@example.com")
                .doesNotContain("Personal values are hidden");
    }

    @Test
    void theFilterIsInTheAddressAndStaysInTheForm() throws Exception {
        String query = "?entity=customer-user&id=anna&actor=O%27Brien&door=shell&action=rename&outcome=done"
                + "&from=2026-03-01&to=2026-03-02";

        String html = browser.get("/customer-user-audit" + query).body();

        ZoneId zone = ZoneId.systemDefault();
        assertThat(screens.audit.asked())
                .isEqualTo(new AuditFilter(
                        Optional.of(AuditEntity.CUSTOMER_USER),
                        Optional.of("anna"),
                        Optional.of("O'Brien"),
                        Optional.of(Door.SHELL),
                        Optional.of(AuditAction.RENAME),
                        Optional.of(AuditOutcome.DONE),
                        Optional.of(LocalDate.of(2026, 3, 1).atStartOfDay(zone).toInstant()),
                        Optional.of(LocalDate.of(2026, 3, 3).atStartOfDay(zone).toInstant())));
        assertThat(html)
                .contains("value=\"customer-user\" selected", "value=\"shell\" selected", "value=\"2026-03-01\"")
                .contains("/list.csv?entity=customer-user&amp;id=anna&amp;actor=O%27Brien");
    }

    @Test
    void aMomentIsTakenToo() throws Exception {
        browser.get("/customer-user-audit.json?from=2026-03-01T12:00:00Z");
        assertThat(screens.audit.asked().from()).contains(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-02-30", "door=window", "action=${a}", "after=x"})
    void whatIsNoFilterIsSaidAndKept(String query) throws Exception {
        String sent = query.replace("$", "%24").replace("{", "%7B").replace("}", "%7D");

        HttpResponse<String> page = browser.get("/customer-user-audit?actor=kept&" + sent);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", "value=\"kept\"");
        assertThat(browser.get("/customer-user-audit.json?" + sent).statusCode())
                .isEqualTo(422);
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        for (int i = 0; i < 120; i++) {
            screens.audit.add(AuditAction.UPDATE, AuditSubject.customerUser("user" + i));
        }

        String first = browser.get("/customer-user-audit").body();
        assertThat(first).contains(">user119</a>", "50 entries on this page").doesNotContain(">user69</a>");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"[^\"]*/customer-user-audit([^\"]*)\".*", "$1");
        assertThat(browser.get("/customer-user-audit" + next).body())
                .contains(">user69</a>", "/system/console/customer-user-audit\"")
                .doesNotContain(">user70</a>");
    }

    @Test
    void theJsonTwinHasTheSameEntries() throws Exception {
        screens.audit.add(AuditAction.UPDATE, ANNA, AuditChange.secret("UserPassword"));
        screens.audit.add(
                AuditAction.PERMISSIONS,
                ANNA,
                AuditSubject.group("Hotline"),
                new AuditChange("permissions.same", "", "ro"));

        JsonNode json =
                mapper.readTree(browser.get("/customer-user-audit.json?limit=1").body());
        assertThat(json.path("rows")).hasSize(1);
        JsonNode row = json.path("rows").path(0);
        assertThat(row.path("other").path("id").asText()).isEqualTo("Hotline");
        assertThat(row.path("changes").path(0).path("after").asText()).isEqualTo("ro");
        String next = json.path("next").asText();
        JsonNode second = mapper.readTree(
                browser.get("/customer-user-audit.json?after=" + next).body());
        assertThat(second.path("rows").path(0).path("changes").path(0).has("after"))
                .isFalse();
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theFileHasTheWholeListAndNoFormulas() throws Exception {
        for (int i = 0; i < 1500; i++) {
            screens.audit.add(
                    AuditAction.UPDATE, AuditSubject.customerUser("user"), new AuditChange("UserCity", "", "=1+1"));
        }
        screens.audit.add(AuditAction.UPDATE, AuditSubject.customerUser("other"));

        HttpResponse<String> file = browser.get("/customer-user-audit/list.csv?id=user");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body().lines()).hasSize(1501).noneMatch(line -> line.contains(",other,"));
        assertThat(file.body()).contains("'=1+1").doesNotContain(",=1+1");
    }

    @Test
    void whileTheStoreIsAwayThePageSaysSo() throws Exception {
        screens.audit.setDown(true);

        HttpResponse<String> page = browser.get("/customer-user-audit?actor=kept");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("role=\"alert\"", "value=\"kept\"");
    }

    @Test
    void recordsLeadToTheirHistory() throws Exception {
        screens.groups.add("Hotline", "");

        assertThat(browser.get("/customer-users/edit?login=anna0001").body())
                .contains("/customer-user-audit?entity=customer-user&amp;id=anna0001");
        assertThat(browser.get("/customers/edit?customerId=C1").body())
                .contains("/customer-user-audit?entity=customer&amp;id=C1");
        assertThat(browser.get("/groups/edit?group=1").body())
                .contains("/customer-user-audit?entity=group&amp;id=Hotline");
    }
}
