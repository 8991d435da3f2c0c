package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tests of the reference product say of its screens, by the numbers of the catalogue of behaviours.
 * <ul>
 *   <li>163: {@link #theOverviewWithInvalidOnesHasTableSearchSourceAndHeading}
 *   <li>164: {@link #theFormOfANewPersonHasItsFields}
 *   <li>166, 169: {@link #aNewPersonIsListedAndOpensWithAllThatWasStored}
 *   <li>167: {@link #aCustomerThatDoesNotExistIsRefusedAndNobodyIsAdded}
 *   <li>170: {@link #whoIsMadeInvalidIsListedAsInvalid}
 *   <li>172: {@link #aCustomerThatDoesNotExistIsKeptWhereOnlyNamesAreChanged}
 *   <li>175: {@link #aZipOfZeroStaysZero}
 *   <li>176: {@link #customersAreFoundByTheBeginningOfTheirIdAndLongIdsAreWhole}; theirs are cut
 *   <li>178, 179: {@link #rwShowsRwAndRoAndBothCanBeTakenInEachContext}, {@link #theMatrixOfAGroupHasPeopleWithNameAddressAndCustomer}
 * </ul>
 */
class CatalogueOfScreensTest extends MatrixScreenTest {
    private static final String LONG = "Example-Customer-Company-" + "ä".repeat(60);

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        screens.users.customers = Optional.of(screens.customers);
    }

    @Test
    void theOverviewWithInvalidOnesHasTableSearchSourceAndHeading() throws Exception {
        String page = browser.get("/customer-users?includeInvalid=1").body();

        assertThat(page)
                .contains("<table", "type=\"search\"", "name=\"source\"", "<h1")
                .contains("name=\"includeInvalid\"");
    }

    @Test
    void theFormOfANewPersonHasItsFields() throws Exception {
        String page = browser.get("/customer-users/add").body();

        assertThat(Browser.form(page))
                .containsKeys(
                        "UserFirstname",
                        "UserLastname",
                        "UserLogin",
                        "UserEmail",
                        "UserCustomerID",
                        "ValidID",
                        "token");
        assertThat(page).contains("<h1", "Add customer user");
    }

    @Test
    void aNewPersonIsListedAndOpensWithAllThatWasStored() throws Exception {
        Map<String, String> form = person("jdoe", "C1");
        form.put("preference-UserLanguage", "de");
        form.put("saveAndFinish", "1");
        HttpResponse<String> list = browser.follow(browser.post("/customer-users/add", form));

        assertThat(list.body()).contains("jdoe");
        Map<String, String> opened =
                Browser.form(browser.get("/customer-users/edit?login=jdoe").body());
        assertThat(opened)
                .containsEntry("preference-UserLanguage", "de")
                .containsEntry("UserFirstname", "x\"y <z>")
                .containsEntry("UserEmail", "jdoe@example.com")
                .containsEntry("UserCustomerID", "C1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1-wrong", "c 1", "${a}", "O'Brien", "カス"})
    void aCustomerThatDoesNotExistIsRefusedAndNobodyIsAdded(String customerId) throws Exception {
        HttpResponse<String> refused = browser.post("/customer-users/add", person("jdoe", customerId));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"UserCustomerID-error\"");
        assertThat(Browser.form(refused.body()))
                .containsEntry("UserCustomerID", customerId)
                .containsEntry("UserFirstname", "x\"y <z>");
        assertThat(screens.database.records).doesNotContainKey("jdoe");

        Map<String, String> corrected = Browser.form(refused.body());
        corrected.put("UserCustomerID", "C1");
        assertThat(browser.post("/customer-users/add", corrected).statusCode()).isEqualTo(303);
        assertThat(MemoryDirectory.value(screens.database.records.get("jdoe"), "UserCustomerID"))
                .isEqualTo("C1");
    }

    @Test
    void whoIsMadeInvalidIsListedAsInvalid() throws Exception {
        String address = "/customer-users/edit?login=anna0001&list-includeInvalid=1";
        Map<String, String> form = Browser.form(browser.get(address).body());
        form.put("ValidID", "2");
        form.put("saveAndFinish", "1");

        String list = browser.follow(browser.post(address, form)).body();

        String row = list.replaceAll("(?s).*<tr class=\"fresh\">(.*?)</tr>.*", "$1");
        assertThat(row).contains("anna0001", "class=\"validity invalid\"");
        assertThat(list).contains("was saved");
        assertThat(browser.get("/customer-users?search=anna0001").body()).contains("Nothing matches");
    }

    @Test
    void aCustomerThatDoesNotExistIsKeptWhereOnlyNamesAreChanged() throws Exception {
        Map<String, List<String>> record = new LinkedHashMap<>(screens.database.records.get("anna0001"));
        record.put("UserCustomerID", List.of("nowhere"));
        screens.database.put("anna0001", record);
        Map<String, String> form =
                Browser.form(browser.get("/customer-users/edit?login=anna0001").body());
        assertThat(form).containsEntry("UserCustomerID", "nowhere");

        form.put("UserFirstname", "Ünal");
        HttpResponse<String> saved = browser.post("/customer-users/edit?login=anna0001", form);

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(MemoryDirectory.value(screens.database.records.get("anna0001"), "UserFirstname"))
                .isEqualTo("Ünal");
        assertThat(MemoryDirectory.value(screens.database.records.get("anna0001"), "UserCustomerID"))
                .isEqualTo("nowhere");
    }

    @Test
    void aZipOfZeroStaysZero() throws Exception {
        Map<String, String> form =
                new LinkedHashMap<>(Browser.form(browser.get("/customers/add").body()));
        form.put("CustomerID", "zero");
        form.put("CustomerCompanyName", "Zero");
        form.put("CustomerCompanyZIP", "0");
        form.put("CustomerCompanyComment", "0");

        Map<String, String> opened = Browser.form(
                browser.follow(browser.post("/customers/add", form)).body());

        assertThat(opened).containsEntry("CustomerCompanyZIP", "0").containsEntry("CustomerCompanyComment", "0");
        opened.put("CustomerCompanyName", "0");
        assertThat(browser.post("/customers/edit?customerId=zero", opened).statusCode())
                .isEqualTo(303);
        assertThat(screens.companies.records.get("zero"))
                .containsEntry("CustomerCompanyZIP", List.of("0"))
                .containsEntry("CustomerCompanyName", List.of("0"));
    }

    @Test
    void customersAreFoundByTheBeginningOfTheirIdAndLongIdsAreWhole() throws Exception {
        for (String id : List.of(LONG, LONG + "2")) {
            Map<String, String> form = new LinkedHashMap<>(
                    Browser.form(browser.get("/customers/add").body()));
            form.put("CustomerID", id);
            form.put("CustomerCompanyName", "Name of it");
            assertThat(browser.post("/customers/add", form).statusCode()).isEqualTo(303);
        }

        String both = browser.get("/customers?search=Example-Customer").body();
        String one =
                browser.get("/customers?search=" + Browser.encode(LONG + "2")).body();

        assertThat(Browser.text(both)).contains(LONG + "<", LONG + "2<");
        assertThat(Browser.text(one)).contains(LONG + "2<").doesNotContain(LONG + "<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "other"})
    void rwShowsRwAndRoAndBothCanBeTakenInEachContext(String context) throws Exception {
        screens.store.rules = Rules.withOtherCustomers();
        Group group = screens.groups.add("Hotline", "");
        String side = "/customers-groups/matrix?group=" + group.id();
        String otherSide = "/customers-groups/matrix?customerId=C1";

        send(open(side).check("C1", context + ".rw"));
        MatrixForm form = open(otherSide);
        assertThat(form.isChecked(id(group), context + ".rw")).isTrue();
        assertThat(form.isChecked(id(group), context + ".ro")).isTrue();
        assertThat(form.checked).hasSize(2);

        send(form.uncheck(id(group), context + ".rw").uncheck(id(group), context + ".ro"));
        assertThat(open(side).checked).isEmpty();
        assertThat(screens.store.of(new Holder.Customer("C1")).getOrDefault(group.id(), Set.of()))
                .isEmpty();
    }

    @Test
    void theMatrixOfAGroupHasPeopleWithNameAddressAndCustomer() throws Exception {
        Group group = screens.groups.add("Hotline", "");
        String side = "/customer-users-groups/matrix?group=" + group.id();
        String page = browser.get(side).body();
        assertThat(Browser.text(page)).contains("Hotline", "Bert Adler", "anna0001@example.com");

        send(new MatrixForm(page).check("anna0001", "same.rw"));

        MatrixForm person = open("/customer-users-groups/matrix?login=anna0001");
        assertThat(person.isChecked(id(group), "same.ro")).isTrue();
        send(person.uncheck(id(group), "same.ro").uncheck(id(group), "same.rw"));
        assertThat(screens.store.of(new Holder.CustomerUser("anna0001")))
                .doesNotContainEntry(group.id(), Set.of(new Permission(Context.SAME_CUSTOMER, "rw")));
        assertThat(open(side).checked).isEmpty();
    }

    private Map<String, String> person(String login, String customerId) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(
                Browser.form(browser.get("/customer-users/add").body()));
        form.putAll(Map.of("UserFirstname", "x\"y <z>", "UserLastname", "O'Brien", "UserLogin", login));
        form.putAll(Map.of("UserEmail", login + "@example.com", "UserCustomerID", customerId));
        return form;
    }
}
