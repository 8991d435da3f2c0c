package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.clientele.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends ScreenTest {
    private final ObjectMapper mapper = new ObjectMapper();

    private void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 12);
        Samples.fillUsers(screens.ldap, "person", 1200);
    }

    @Test
    void anEmptyDirectorySaysWhatToDoFirst() throws Exception {
        assertThat(browser.get("/customer-users").body())
                .contains("Add a customer first")
                .contains("href=\"/system/console/customers/add\"");
        Samples.fillCustomers(screens.companies, 1);
        assertThat(browser.get("/customer-users").body())
                .contains("No customer user yet")
                .doesNotContain("Add a customer first");
    }

    @Test
    void whereCustomersNeedNotExistNobodyIsSentToThemFirst() throws Exception {
        screens.database.companySupport = false;
        for (String page : new String[] {"/customer-users", "/customer-users/add"}) {
            assertThat(browser.get(page).body()).as(page).doesNotContain("Add a customer first");
        }
        screens.database.companySupport = true;
        assertThat(browser.get("/customer-users/add").body()).contains("Add a customer first");
    }

    @Test
    void aDirectoryThatIsAwayIsNotCalledEmpty() throws Exception {
        screens.database.fail(Outcome.FAILED, "Connection refused.");
        assertThat(browser.get("/customer-users").body())
                .contains("others are missing")
                .doesNotContain("No customer user yet", "Clear search");
    }

    @Test
    void aSearchWithoutHitOffersToGoOn() throws Exception {
        fill();
        assertThat(browser.get("/customer-users?search=" + Browser.encode("${nothing}"))
                        .body())
                .contains("No customer user found")
                .contains("&#36;{nothing}")
                .contains("Show invalid ones, too")
                .contains("Clear search");
    }

    @Test
    void theFirstThousandAreListedAndTheRestByCursor() throws Exception {
        fill();
        String first = browser.get("/customer-users?includeInvalid=1").body();
        assertThat(first)
                .contains("The first 1,000 customer users; there are more")
                .contains("rel=\"next\"");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"/system/console([^\"]*)\".*", "$1");
        assertThat(browser.get(Browser.text(next)).body())
                .contains("person1199")
                .contains("Start again")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void aMissingSourceIsNamedAndTheOthersRowsCome() throws Exception {
        fill();
        screens.ldap.fail(Outcome.TIMED_OUT, "No answer within 5 seconds.");
        HttpResponse<String> page = browser.get("/customer-users");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("A source is missing in this list")
                .contains("<b>Company directory</b> – did not answer in time")
                .contains("No answer within 5 seconds.")
                .contains("anna0001");
        screens.ldap.recover();
        assertThat(browser.get("/customer-users").body()).doesNotContain("A source is missing");
    }

    @Test
    void aSourceThatMustNotBeMissingCanBeLeftOut() throws Exception {
        try (Screens dying = new Screens(true)) {
            Samples.fillUsers(dying.database, "anna", 3);
            Browser other = new Browser(dying.console.address());
            dying.ldap.fail(Outcome.FAILED, "Connection refused.");
            HttpResponse<String> page = other.get("/customer-users");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Show without it").contains("withoutUnavailable=1");
            assertThat(other.get("/customer-users?withoutUnavailable=1").body()).contains("anna0001");
            HttpResponse<String> json = other.get("/customer-users.json");
            assertThat(json.statusCode()).isEqualTo(503);
            assertThat(mapper.readTree(json.body()).path("message").asText()).contains("Company directory");
        }
    }

    @Test
    void oneValueIsSearchedForInsteadOfAText() throws Exception {
        fill();
        String login = json("/customer-users.json?limit=1&search=anna")
                .path("rows")
                .path(0)
                .path("login")
                .asText();
        JsonNode found = json("/customer-users.json?login=" + Browser.encode(login));
        assertThat(found.path("rows")).hasSize(1);
        assertThat(found.path("rows").path(0).path("login").asText()).isEqualTo(login);
        JsonNode fields = found.path("rows").path(0).path("fields");
        String email = Browser.encode(fields.path("UserEmail").asText());
        assertThat(json("/customer-users.json?email=" + email).path("rows")).hasSize(1);
        String customer = Browser.encode(fields.path("UserCustomerID").asText());
        assertThat(json("/customer-users.json?customerIdRaw=" + customer).path("rows"))
                .isNotEmpty();
        assertThat(json("/customer-users.json?customerId=*").path("rows")).isNotEmpty();
        assertThat(json("/customer-users.json?customerIdRaw=*").path("rows")).isEmpty();
        assertThat(browser.get("/customer-users?login=" + Browser.encode(login)).body())
                .contains(login)
                .contains("Clear search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search=a&login=b", "login=a&email=b", "customerId=a&customerIdRaw=b"})
    void severalSearchesAtOnceAreRefused(String parameters) throws Exception {
        HttpResponse<String> answer = browser.get("/customer-users.json?" + parameters);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(mapper.readTree(answer.body()).path("message").asText()).contains("exclude each other");
    }

    @Test
    void theJsonTwinHasTheDocumentedShape() throws Exception {
        fill();
        JsonNode page = json("/customer-users.json?limit=2&search=anna");
        assertThat(names(page)).containsExactly("rows", "next", "incomplete", "notices", "sources");
        JsonNode row = page.path("rows").path(0);
        assertThat(names(row))
                .containsExactly("login", "source", "writable", "validity", "disabledHere", "ownership", "fields");
        assertThat(row.path("login").asText()).isEqualTo("anna0000");
        assertThat(row.path("writable").isBoolean()).isTrue();
        assertThat(row.path("fields").path("UserEmail").asText()).isEqualTo("anna0000@example.com");
        assertThat(page.path("next").isTextual()).isTrue();
        assertThat(names(page.path("sources").path(0))).containsExactly("source", "outcome", "millis", "message");
        assertThat(json("/customer-users.json?search=anna").path("next").isNull())
                .isTrue();
        assertThat(json("/customers.json")
                        .path("rows")
                        .path(0)
                        .path("customerId")
                        .asText())
                .isEqualTo("C0");
    }

    @Test
    void manyValuesAreAnArrayAndAPasswordIsNever() throws Exception {
        fill();
        screens.database.records.get("anna0000").put("UserPhone", List.of("1", "2"));
        screens.database.records.get("anna0000").put("UserPassword", List.of("$argon2id$"));
        String body = browser.get("/customer-users/user.json?login=anna0000").body();
        assertThat(mapper.readTree(body).path("fields").path("UserPhone")).hasSize(2);
        assertThat(body).doesNotContain("UserPassword").doesNotContain("argon2");
        assertThat(browser.get("/customer-users/edit?login=anna0000").body()).doesNotContain("argon2");
    }

    @Test
    void oneRecordIsFoundOrNotOrUnknown() throws Exception {
        fill();
        assertThat(json("/customer-users/user.json?login=anna0000")
                        .path("login")
                        .asText())
                .isEqualTo("anna0000");
        assertThat(json("/customers/customer.json?customerId=C1")
                        .path("customerId")
                        .asText())
                .isEqualTo("C1");
        assertThat(browser.get("/customer-users/user.json?login=nobody").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/customer-users/user.json").statusCode()).isEqualTo(422);
        screens.ldap.fail(Outcome.SKIPPED, "Not asked.");
        HttpResponse<String> unknown = browser.get("/customer-users/user.json?login=nobody");
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(mapper.readTree(unknown.body())
                        .path("sources")
                        .path(1)
                        .path("outcome")
                        .asText())
                .isEqualTo("skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=-1", "includeInvalid=maybe", "source=Nowhere"})
    void aBadParameterIsAnsweredWithAMessage(String query) throws Exception {
        HttpResponse<String> json = browser.get("/customer-users.json?" + query);
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(mapper.readTree(json.body()).path("message").asText()).isNotBlank();
        assertThat(browser.get("/customer-users?" + query).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customer-users.json?serach=x",
                "/customers.json?email=a",
                "/customer-users/user.json?login=a&x=1"
            })
    void aParameterThatNobodyKnowsIsNotIgnoredInJson(String address) throws Exception {
        HttpResponse<String> json = browser.get(address);
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(mapper.readTree(json.body()).path("message").asText()).contains("There is no parameter");
    }

    @Test
    void aSearchThatIsTooLongGetsAMessageAtTheBox() throws Exception {
        String query = "?search=" + "x".repeat(1001);
        HttpResponse<String> page = browser.get("/customer-users" + query);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("The search has 1001 characters; shorten it to at most 1000.")
                .contains("aria-invalid=\"true\"");
        assertThat(browser.get("/customer-users.json" + query).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c++", "a AND OR b", "(", "\"", "!", "*", "%", "_", "\\", "*)(uid=*", "' OR 1=1 --", "カス", "😀"})
    void anyTextIsASearch(String search) throws Exception {
        fill();
        HttpResponse<String> page = browser.get("/customer-users?search=" + Browser.encode(search));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page.body())).contains("value=\"" + search + "\"");
    }

    @Test
    void theLivePartHasCountAndRows() throws Exception {
        fill();
        HttpResponse<String> live = browser.get("/customer-users/results.frag?search=anna0001");
        assertThat(live.body())
                .contains("One customer user")
                .contains("anna0001")
                .doesNotContain("<html");
        assertThat(live.headers().firstValue("HX-Replace-Url"))
                .contains("/system/console/customer-users?search=anna0001");
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        return mapper.readTree(response.body());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
