package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.clientele.Outcome;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer user may do, below his record. */
class EffectiveTest extends ScreenTest {
    private Group hotline;

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 4);
        Samples.fillUsers(screens.database, "anna", 12);
        hotline = screens.groups.add("<Hotline> ${a}", "");
    }

    @Test
    void permissionsComeWithTheirReasons() throws Exception {
        screens.permissions.give(new Holder.CustomerUser("anna0001"), hotline.id(), "rw");
        screens.permissions.give(new Holder.Customer("C1"), hotline.id(), "ro");
        screens.groups.add("Users", "");
        screens.groups.add("Nobody's", "");

        String section = section("anna0001");

        assertThat(Browser.text(section))
                .contains("<a href=\"/system/console/groups/edit?group=" + hotline.id() + "\"><Hotline> ${a}</a>")
                .contains("<li>ro, rw: given to the person</li><li>ro: through customer C1</li>")
                .contains("<li>ro, rw: all customer users</li><li>ro, rw: all customers, C1 among them</li>")
                .contains(
                        "/customer-users-groups/matrix?login=anna0001",
                        "/customer-users-customers/matrix?login=anna0001")
                .doesNotContain("Nobody's");
        assertThat(section).contains(">yes</span>").doesNotContain("${");
    }

    @Test
    void accessToCustomersIsDirectOrThroughGroups() throws Exception {
        screens.store.rules = Rules.withOtherCustomers();
        screens.assignments.assign("anna0001", "C3");
        screens.store.put(
                new Holder.Customer("C3"), hotline.id(), Set.of(new Permission(Context.OTHER_CUSTOMERS, "ro")));
        screens.permissions.give(new Holder.Customer("C2"), hotline.id(), "ro");

        String access = section("anna0001").replaceAll("(?s).*Customer access", "");

        assertThat(Browser.text(access))
                .contains(">C1</a>", ">C3</a>", ">C2</a>")
                .contains("data-label=\"Through groups\"><Hotline> ${a}</td>");
        assertThat(access).doesNotContain(">C0</a>");
    }

    @Test
    void whoHasNothingIsToldSo() throws Exception {
        Samples.put(
                screens.database,
                "lone",
                Map.of("UserLogin", "lone", "UserFirstname", "L", "UserLastname", "One", "UserCustomerID", "gone"));
        assertThat(section("lone")).contains("No permission in any group.", "No access to any customer.");
    }

    @Test
    void whoIsNotValidHasNone() throws Exception {
        assertThat(section("anna0008"))
                .contains("There are none, because this customer user is not valid.")
                .doesNotContain("<table");
    }

    @Test
    void whileGroupSupportIsOffThatIsTheReason() throws Exception {
        screens.store.rules = Rules.withoutSupport();
        assertThat(section("anna0001")).contains("Group support is off:", "<li>ro, rw: group support is off</li>");
    }

    @Test
    void whileTheStoreIsAwayTheRecordIsShownAllTheSame() throws Exception {
        screens.store.away = true;
        assertThat(section("anna0001"))
                .contains("They cannot be told at the moment. The directory’s own store")
                .doesNotContain("<table");
        Samples.fillUsers(screens.ldap, "reader", 1);
        assertThat(section("reader0000")).contains("They cannot be told at the moment.");
        screens.store.away = false;
        screens.companies.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.get("/customer-users/edit?login=anna0001").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReadOnlyRecordHasThemToo() throws Exception {
        Samples.fillUsers(screens.ldap, "reader", 1);
        screens.permissions.give(new Holder.CustomerUser("reader0000"), hotline.id(), "ro");
        assertThat(section("reader0000")).contains("<li>ro: given to the person</li>");
    }

    @Test
    void whoseLoginIsSomebodyElsesNowIsToldSo() throws Exception {
        screens.store.suspended.add("anna0001");
        assertThat(section("anna0001")).contains("Nobody inherits permissions");
    }

    @Test
    void aCustomerLeadsToItsMatricesAndHasNoSection() throws Exception {
        String page = browser.get("/customers/edit?customerId=C1").body();
        assertThat(page)
                .contains("/customers-groups/matrix?customerId=C1", "/customer-users-customers/matrix?customerId=C1")
                .doesNotContain("id=\"effective\"");
        assertThat(browser.get("/customer-users/add").body()).doesNotContain("id=\"effective\"");
    }

    private String section(String login) throws Exception {
        HttpResponse<String> page = browser.get("/customer-users/edit?login=" + login);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().substring(page.body().indexOf("id=\"effective\""));
    }
}
