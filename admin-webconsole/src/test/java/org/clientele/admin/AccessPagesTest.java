package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all pages about groups, permissions and assignments. */
class AccessPagesTest extends ScreenTest {
    /** A key that nobody wrote a text for is shown as it is. */
    private static final String KEY =
            "(?s).*[>\"](groups|members|access|effective|relation|reason|context|permission|form|list|users|customers"
                    + "|usersCustomers|usersGroups|customersGroups)\\.[a-z][\\w.-]*[<\"].*";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 60);
        Samples.fillUsers(screens.database, "anna", 60);
        Samples.fillAccess(screens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups",
                "/groups?search=nothing",
                "/groups/add",
                "/groups/edit?group=2&type=rw",
                "/groups/edit?group=99",
                "/customer-users-customers",
                "/customer-users-customers/matrix?login=anna0001",
                "/customer-users-customers/matrix?customerId=C1",
                "/customer-users-groups",
                "/customer-users-groups/matrix?login=anna0001",
                "/customer-users-groups/matrix?group=1",
                "/customers-groups?groups=nothing",
                "/customers-groups/matrix?customerId=C1&search=nothing",
                "/customers-groups/matrix?group=2",
                "/customers-groups/matrix",
                "/customer-users/edit?login=anna0001",
                "/customers/edit?customerId=C1"
            })
    void everyPageIsWordedAndGuarded(String path) throws Exception {
        for (String language : new String[] {"en", "de"}) {
            HttpResponse<String> page =
                    browser.with("Accept-Language", language).get(path);
            String ours = page.body().substring(page.body().indexOf("<main"));
            assertThat(ours).as(language).doesNotMatch(KEY).doesNotContain("${");
            assertThat(ours).doesNotContain(" style=", "<style", " onclick", "<script>", "<script>alert");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("unsafe-inline");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }
}
