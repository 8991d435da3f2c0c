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
}
