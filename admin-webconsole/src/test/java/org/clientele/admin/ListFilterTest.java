package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters and orders of the list: they go together, stand in the address, and come back with whoever opened a record. */
class ListFilterTest extends ScreenTest {
    private static final String FILTERED =
            "search=example&limit=7&includeInvalid=1&source=CustomerUser&customer=C1&order=-UserEmail";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 50);
        Samples.fillUsers(screens.ldap, "person", 50);
    }

    @Test
    void aCustomerATextAndASourceNarrowTheListTogether() throws Exception {
        assertThat(logins("customer=C1")).containsExactly("anna0001", "anna0041", "person0001", "person0041");
        assertThat(logins("customer=c1&source=CustomerUser1")).containsExactly("person0001", "person0041");
        assertThat(logins("customer=C1&search=anna&source=CustomerUser")).containsExactly("anna0001", "anna0041");
        assertThat(logins("customer=C1&search=0041")).containsExactly("anna0041", "person0041");
        assertThat(logins("customer=C*")).isEmpty();
    }

    @Test
    void theListSaysWhoseCustomerUsersItShows() throws Exception {
        String page = Browser.text(
                browser.get("/customer-users?customer=C1&search=anna").body());
        assertThat(page)
                .contains(
                        "Customer users of <a href=\"/system/console/customers/edit?customerId=C1\">O'Brien & Söhne 1</a>")
                .contains("href=\"/system/console/customer-users?search=anna\">Show those of all customers")
                .contains("name=\"customer\" type=\"text\" value=\"C1\"");
        assertThat(browser.get("/customer-users?customer=nobody").body()).contains("There is no customer “nobody”");
        assertThat(browser.get("/customers?customer=C1").body()).contains("3 customers");
    }

    @Test
    void theListOfCustomersLeadsToTheirPeople() throws Exception {
        assertThat(browser.get("/customers").body())
                .contains(
                        "<a href=\"/system/console/customer-users?customer=C1\" aria-label=\"Show the customer users of C1\">");
    }

    @Test
    void everyFilterComesBackWithWhoeverOpenedARecord() throws Exception {
        String carried = "list-" + FILTERED.replace("&", "&list-");
        String list = Browser.text(browser.get("/customer-users?" + FILTERED).body());
        assertThat(list).contains("/customer-users/edit?login=anna0041&" + carried + "\"");
        String page =
                browser.get("/customer-users/edit?login=anna0041&" + carried).body();
        assertThat(Browser.text(page)).contains("href=\"/system/console/customer-users?" + FILTERED + "\"");
        Map<String, String> form = Browser.form(page);
        form.put("saveAndFinish", "1");
        form.put("UserCity", "Ulm");
        HttpResponse<String> finished = browser.post(Browser.action(page), form);
        assertThat(finished.headers().firstValue("Location"))
                .contains("/system/console/customer-users?" + FILTERED + "&done=saved&id=anna0041");
    }

    @Test
    void aColumnOrdersTheListInBothDirections() throws Exception {
        String page = browser.get("/customer-users?order=-UserEmail&limit=3").body();
        assertThat(rows(page)).containsExactly("person0049", "person0048", "person0047");
        assertThat(Browser.text(page))
                .contains(
                        "<th scope=\"col\" class=\"col-email\" aria-sort=\"descending\"><a href=\"/system/console/customer-users?limit=3&order=UserEmail\">")
                .contains("<th scope=\"col\" class=\"col-id\"><a href=\"/system/console/customer-users?limit=3\">")
                .contains("name=\"order\" value=\"-UserEmail\"");
        assertThat(browser.get("/customer-users").body()).contains("class=\"col-id\" aria-sort=\"ascending\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "${x}", "x\"y <z>", "O'Brien", "カス", "😀", "%", "*"})
    void anyTextIsAFilter(String text) throws Exception {
        for (String parameter : new String[] {"customer", "search"}) {
            HttpResponse<String> page = browser.get("/customer-users?" + parameter + "=" + Browser.encode(text));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>alert", "${");
            assertThat(Browser.text(page.body())).contains("value=\"" + text + "\"");
        }
    }

    @Test
    void aCustomerAndAnExactSearchExcludeEachOther() throws Exception {
        assertThat(browser.get("/customer-users.json?customer=C1&login=anna0001")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/customers.json?customer=C1").statusCode()).isEqualTo(422);
    }

    private List<String> logins(String query) throws Exception {
        String json = browser.get("/customer-users.json?" + query).body();
        assertThat(json).startsWith("{\"rows\"");
        return all(json, "\"login\":\"([^\"]*)\"");
    }

    private static List<String> rows(String page) {
        return all(page, "<th scope=\"row\"><a [^>]*>([^<]*)</a>");
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
