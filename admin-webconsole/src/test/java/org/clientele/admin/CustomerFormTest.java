package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerFormTest extends ScreenTest {

    @Test
    void customersAreAddedAndEditedTheSameWay() throws Exception {
        Map<String, String> form = Browser.form(browser.get("/customers/add").body());
        form.put("CustomerID", "${x} & Co");
        form.put("CustomerCompanyName", "<Müller>");
        HttpResponse<String> edit = browser.follow(browser.post("/customers/add", form));
        assertThat(Browser.text(edit.body())).contains("${x} & Co").contains("<Müller>");
        assertThat(edit.body()).doesNotContain("name=\"CustomerID\"");
        assertThat(screens.companies.passwords).isEmpty();
    }

    @Test
    void aCustomerThatIsMadeInvalidIsListedAmongTheInvalidAlone() throws Exception {
        Samples.fillCustomers(screens.companies, 3);
        String edit = "/customers/edit?customerId=C1";
        Map<String, String> form = Browser.form(browser.get(edit).body());
        assertThat(form).containsEntry("ValidID", "1");
        assertThat(browser.get("/customers").body()).contains(">C1</a>", "3 customers");

        form.put("ValidID", "2");
        assertThat(browser.post(edit, form).statusCode()).isEqualTo(303);

        assertThat(browser.get("/customers").body())
                .contains(">C0</a>", "2 customers")
                .doesNotContain(">C1</a>");
        assertThat(browser.get("/customers?search=C1").body())
                .contains("Show invalid ones, too")
                .doesNotContain(">C1</a>");
        String found = browser.get("/customers?search=C1&includeInvalid=1").body();
        assertThat(found).contains(">C1</a>", "class=\"validity invalid\"", "One customer<");
        assertThat(Browser.form(browser.get(edit).body())).containsEntry("ValidID", "2");
    }
}
