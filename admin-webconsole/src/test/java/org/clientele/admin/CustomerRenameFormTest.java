package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer that gets another ID: what follows is said before it is saved, and what became of it afterwards. */
class CustomerRenameFormTest extends ScreenTest {
    private static final String C1 = "/customers/edit?customerId=C1";
    private static final String NEW = "O'Brien & <Söhne> ${x}";

    @BeforeEach
    void fill() {
        screens.companies.renames = true;
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 50);
        Samples.fillUsers(screens.ldap, "person", 10);
    }

    @Test
    void whatFollowsIsSaidBeforeAnythingIsSaved() throws Exception {
        HttpResponse<String> asked = browser.post(C1, renamed());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(screens.customers.changes).isZero();
        assertThat(Browser.text(asked.body()))
                .contains("Not saved yet: the customer gets another ID")
                .contains("“C1” becomes “" + NEW + "”.")
                .contains("Database: 2 customer users get the new ID.")
                .contains("Company directory: one customer user keeps the former ID");
        assertThat(Browser.form(asked.body()))
                .containsEntry("CustomerID", NEW)
                .containsEntry("CustomerCompanyCity", "Ulm");
    }

    @Test
    void whatBecameOfItIsSaidOnce() throws Exception {
        screens.customers.moved = List.of(
                new MovedCustomerUsers("CustomerUser", 2, Rest.NONE),
                new MovedCustomerUsers("CustomerUser1", 0, Rest.READ_ONLY),
                new MovedCustomerUsers("CustomerUser2", 0, Rest.UNFINISHED));
        HttpResponse<String> asked = browser.post(C1, renamed());
        HttpResponse<String> saved = browser.post(C1, Browser.form(asked.body()));
        String page = Browser.text(browser.follow(saved).body());
        assertThat(page)
                .contains("The customer was saved.")
                .contains("2 customer users were moved to the new ID.")
                .contains("Company directory: customer users still have the former ID “C1”.")
                .contains("CustomerUser2: customer users may still have the former ID “C1”. They are moved");
        assertThat(browser.follow(saved).body()).doesNotContain("were moved to the new ID");
    }

    @Test
    void saveAndFinishSaysItAboveTheList() throws Exception {
        screens.customers.moved = List.of(new MovedCustomerUsers("CustomerUser", 1, Rest.NONE));
        Map<String, String> form = Browser.form(browser.post(C1, renamed()).body());
        form.put("saveAndFinish", "1");
        assertThat(browser.follow(browser.post(C1, form)).body())
                .contains("One customer user was moved to the new ID.")
                .contains("The customer was saved.");
    }

    @Test
    void anotherIdIsAskedAboutAgain() throws Exception {
        Map<String, String> form = Browser.form(browser.post(C1, renamed()).body());
        form.put("CustomerID", "C1b");
        assertThat(browser.post(C1, form).body()).contains("“C1” becomes “C1b”.");
        form.put("CustomerID", "C1");
        assertThat(browser.post(C1, form).statusCode()).isEqualTo(303);
        assertThat(screens.companies.records).containsKey("c1");
    }

    @Test
    void aSourceThatCannotBeAskedIsNamed() throws Exception {
        screens.ldap.fail(Outcome.TIMED_OUT, "No answer within 5 seconds.");
        assertThat(browser.post(C1, renamed()).body())
                .contains("Company directory: it cannot be told at the moment how many");
    }

    @Test
    void aTakenIdIsSaidBesideTheField() throws Exception {
        Map<String, String> form = renamed();
        form.put("CustomerID", "C2");
        HttpResponse<String> refused =
                browser.post(C1, Browser.form(browser.post(C1, form).body()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"CustomerID-error\"").contains("in use already");
    }

    private Map<String, String> renamed() throws Exception {
        Map<String, String> form = Browser.form(browser.get(C1).body());
        form.put("CustomerID", NEW);
        form.put("CustomerCompanyCity", "Ulm");
        return form;
    }
}
