package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.clientele.access.Assignments.Assignment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer users and customers. */
class AssignmentMatrixTest extends MatrixScreenTest {
    private static final String ANNA = "/customer-users-customers/matrix?login=anna0001";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 4);
        Samples.fillUsers(screens.database, "anna", 4);
        screens.assignments.assign("anna0001", "C3");
    }

    @Test
    void theCustomerOfTheRecordIsText() throws Exception {
        String page = browser.get(ANNA).body();
        assertThat(page).contains("Named in the record");
        MatrixForm form = new MatrixForm(page);
        assertThat(form.rows).containsExactly("C0", "C2", "C3");
        assertThat(form.checked).containsExactly("2 assigned");

        String people =
                browser.get("/customer-users-customers/matrix?customerId=C1").body();
        assertThat(people).contains("Named in the record");
        assertThat(new MatrixForm(people).rows).contains("anna0000").doesNotContain("anna0001");
    }

    @Test
    void onlyRowsThatWereChangedAreSavedFromBothSides() throws Exception {
        HttpResponse<String> saved = send(
                new MatrixForm(browser.get(ANNA).body()).check("C0", "assigned").uncheck("C3", "assigned"));
        assertThat(screens.assignments.asked)
                .containsExactlyInAnyOrder(
                        new Assignment("anna0001", "C0", true), new Assignment("anna0001", "C3", false));
        String page = browser.follow(saved).body();
        assertThat(Browser.text(page))
                .contains("2 changes were saved.", "Bert Adler – Adler & Söhne 0: nothing → assigned");

        assertThat(undo(page).statusCode()).isEqualTo(303);
        assertThat(screens.assignments.assigned("anna0001")).containsExactly("C3");

        String customer = "/customer-users-customers/matrix?customerId=C3";
        send(new MatrixForm(browser.get(customer).body()).check("anna0002", "assigned"));
        assertThat(screens.assignments.asked).containsExactly(new Assignment("anna0002", "C3", true));
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsNamed() throws Exception {
        MatrixForm form = new MatrixForm(browser.get(ANNA).body()).check("C0", "assigned");
        screens.assignments.assign("anna0001", "C0");
        assertThat(Browser.text(browser.follow(send(form)).body()))
                .contains("Nothing was changed.", "Bert Adler – Adler & Söhne 0</li>");
    }

    @Test
    void uglyIdsComeThrough() throws Exception {
        String ugly = "O'Brien & ${a} <Ünal>* カス\"";
        Samples.put(screens.companies, ugly, Map.of("CustomerID", ugly, "CustomerCompanyName", ugly));
        String page = browser.follow(send(new MatrixForm(browser.get(ANNA).body()).check(ugly, "assigned")))
                .body();
        assertThat(screens.assignments.assigned("anna0001")).contains(ugly);
        assertThat(Browser.text(page)).contains(ugly + ": nothing → assigned");
        String back = "/customer-users-customers/matrix?customerId=" + Browser.encode(ugly);
        assertThat(new MatrixForm(browser.get(back).body()).isChecked("anna0001", "assigned"))
                .isTrue();
    }

    @Test
    void whileTheStoreIsAwayNothingChanges() throws Exception {
        MatrixForm form = new MatrixForm(browser.get(ANNA).body()).check("C0", "assigned");
        screens.store.away = true;
        assertThat(send(form).statusCode()).isEqualTo(503);
        assertThat(browser.get("/customer-users-customers").statusCode()).isEqualTo(200);
        assertThat(screens.store.changes).isZero();
    }

    @Test
    void whoeverHasALoginOfSomebodyElseHasNoMatrix() throws Exception {
        screens.store.suspended.add("anna0001");
        HttpResponse<String> page = browser.get(ANNA);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Nobody inherits permissions");
    }
}
