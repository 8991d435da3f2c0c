package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the combobox for customers shows, and the field that it is without it. */
class SuggestionsTest extends ScreenTest {
    private static final String PATH = "/customer-users/suggestions.frag?search=";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 30);
    }

    @Test
    void customersAreFoundByNameAndShownWithTheirId() throws Exception {
        HttpResponse<String> found = browser.get(PATH + "kowalska");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(Browser.text(found.body()))
                .contains("<li data-value=\"C2\" data-name=\"Kowalska & Söhne 2\">")
                .contains("<span class=\"detail\">C12</span>")
                .contains("<p>3 customers</p>")
                .doesNotContain("Adler");
        assertThat(browser.get(PATH + "nothing").body()).contains("<p>No customer found</p>");
    }

    @Test
    void ofManyTheFirstAreShownAndThePersonIsToldToTypeMore() throws Exception {
        String found = browser.get(PATH).body();
        assertThat(found).contains("The first 20 customers; type more for fewer");
        assertThat(found.split("<li ")).hasSize(21);
    }

    @Test
    void whoIsNotValidIsMarked() throws Exception {
        screens.companies.records.get("c7").put("ValidID", List.of("2"));
        assertThat(browser.get(PATH + "C7").body()).contains("<span class=\"mark\">invalid</span>");
        assertThat(browser.get(PATH + "C8").body()).doesNotContain("class=\"mark\"");
    }

    @Test
    void whereNobodyAnswersItIsSaidAndTheIdCanBeTyped() throws Exception {
        screens.companies.fail(Outcome.TIMED_OUT, "No answer within 5 seconds.");
        HttpResponse<String> found = browser.get(PATH + "a");
        assertThat(found.statusCode()).isEqualTo(503);
        assertThat(found.body()).contains("Customers cannot be searched at the moment. Type the customer ID.");
        assertThat(browser.get("/customer-users/add").body())
                .contains("<input id=\"UserCustomerID\" name=\"UserCustomerID\" type=\"text\" value=\"\"");
    }

    @Test
    void aTextThatIsNoSearchIsSaid() throws Exception {
        HttpResponse<String> found = browser.get(PATH + "x".repeat(1001));
        assertThat(found.statusCode()).isEqualTo(422);
        assertThat(found.body()).contains("shorten it to at most 1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "${x}", "${__self__}", "x\"y", "O'Brien", "カス", "\u202Eabc", "😀"})
    void namesAndIdsAreTextWhateverTheyAre(String text) throws Exception {
        Samples.put(screens.companies, text, Map.of("CustomerID", text, "CustomerCompanyName", text, "ValidID", "1"));
        String found = browser.get(PATH + Browser.encode(text)).body();
        assertThat(found).doesNotContain("<script", "${");
        assertThat(Browser.text(found)).contains("data-value=\"" + text + "\"");
    }

    @Test
    void theFormSaysWhoTheCustomerIsAndOffersFurtherCustomersToo() throws Exception {
        Samples.fillUsers(screens.database, "anna", 3);
        screens.database.fields = new ArrayList<>(screens.database.fields);
        screens.database.fields.add(Samples.field("UserCustomerIDs", "CustomerIDs", false, 250));
        String page = browser.get("/customer-users/edit?login=anna0001").body();
        assertThat(Browser.text(page)).contains("<p class=\"chosen\">Adler & Söhne 1</p>".replace("Adler", "O'Brien"));
        assertThat(page).contains("<input id=\"UserCustomerIDs\"").contains("data-several=\"true\"");
    }
}
