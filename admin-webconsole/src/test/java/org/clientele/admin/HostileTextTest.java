package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile texts in every field of every form, in every filter and search: kept or refused, and never anything but text. */
class HostileTextTest extends ScreenTest {
    private static final List<String> FORMS = List.of(
            "/customer-users/add",
            "/customer-users/edit?login=anna0001",
            "/customer-users/edit?login=person0001",
            "/customer-users/draft?source=CustomerUser1",
            "/customers/add",
            "/customers/edit?customerId=C1",
            "/groups/add",
            "/groups/edit?group=1");

    private static final List<String> SEARCHES = List.of(
            "/customer-users?search=",
            "/customer-users?customer=",
            "/customer-users?source=",
            "/customer-users?order=",
            "/customer-users?login=",
            "/customer-users?customerId=",
            "/customer-users?email=",
            "/customer-users?after=",
            "/customer-users?done=added&id=",
            "/customer-users/results.frag?search=",
            "/customer-users/results.frag?exact-login=",
            "/customer-users/suggestions.frag?search=",
            "/customer-users/edit?login=",
            "/customer-users/edit?login=anna0001&list-search=",
            "/customer-users/add?UserCustomerID=",
            "/customer-users/draft?source=",
            "/customer-users/draft?source=CustomerUser2&backEnd=",
            "/customers?search=",
            "/customers/edit?customerId=",
            "/groups?search=",
            "/groups/edit?group=1&type=",
            "/customer-users-customers?users=",
            "/customer-users-customers?customers=",
            "/customer-users-customers/matrix?login=",
            "/customer-users-customers/matrix?login=anna0001&search=",
            "/customer-users-groups?groups=",
            "/customer-users-groups/matrix?group=",
            "/customers-groups?customers=",
            "/customers-groups/matrix?customerId=C1&search=");

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script></textarea></select><img src=x onerror=alert(1)>",
                "${x} ${__self__} &#36;{x} {0} {1,choice,0#a}",
                "\"' onfocus=\"alert(1) O'Brien",
                "a\0b",
                "ä".repeat(191),
                "😀 👩‍👩‍👧 カス \u202Eabc\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
                "%_\\*",
                "javascript:alert(1)");
    }

    @BeforeEach
    void fill() {
        screens.database.renames = true;
        screens.companies.renames = true;
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        Samples.fillUsers(screens.ldap, "person", 3);
        Samples.fillAccess(screens);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFieldTakesItAsText(String text) throws Exception {
        for (String path : FORMS) {
            String page = browser.get(path).body();
            Map<String, String> form = form(page);
            form.replaceAll((name, value) -> isTyped(name) ? text : value);
            HttpResponse<String> answer = browser.post(Browser.action(page), form);
            assertHarmless(path, text, answer.statusCode() == 303 ? browser.follow(answer) : answer);
        }
        for (String list : List.of("/customer-users", "/customers", "/groups?includeInvalid=1")) {
            assertHarmless(list, text, browser.get(list));
        }
    }

    @Test
    void noHiddenValueIsTrusted() throws Exception {
        for (String path : FORMS) {
            String page = browser.get(path).body();
            Map<String, String> sent = form(page);
            for (String name : sent.keySet()) {
                Map<String, String> form = new LinkedHashMap<>(sent);
                form.put(name, "${x}<script>alert(1)</script>\0");
                HttpResponse<String> answer = browser.post(Browser.action(page), form);
                if (answer.statusCode() != 303) {
                    assertHarmless(path + " " + name, "", answer);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFilterAndSearchTakesItAsText(String text) throws Exception {
        for (String path : SEARCHES) {
            assertHarmless(path, text, browser.get(path + Browser.encode(text)));
        }
    }

    private static void assertHarmless(String where, String text, HttpResponse<String> answer) {
        String as = where + " with " + text;
        assertThat(answer.statusCode()).as(as).isNotEqualTo(500);
        assertThat(answer.body())
                .as(as)
                .doesNotContain("<script>alert", "<img src=x", "${", "\" onfocus", "href=\"javascript:")
                .doesNotContain("undefined", "null\"");
    }

    /** A preference form of a read-only record is the only form of its page. */
    private static Map<String, String> form(String page) {
        return new LinkedHashMap<>(Browser.form(page.substring(page.indexOf("<form class=\"record\""))));
    }

    private static boolean isTyped(String name) {
        return !List.of("token", "version", "source", "ValidID", "validity").contains(name)
                && !name.startsWith("was-")
                && !name.startsWith("form-");
    }
}
