package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the directory's store is away nothing can be changed, which people hear before they type. */
class StoreAwayTest extends ScreenTest {
    private static final String WHAT_TO_DO = "Check the database that etc/org.ops4j.datasource-clientele.cfg names";

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 1);
        Samples.fillUsers(screens.database, "anna", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customer-users",
                "/customer-users/add",
                "/customer-users/edit?login=anna0000",
                "/customers",
                "/customers/add",
                "/customers/edit?customerId=C0"
            })
    void listsAndFormsSayWhatToDo(String path) throws Exception {
        assertThat(browser.get(path).body()).doesNotContain(WHAT_TO_DO);
        goAway();
        assertThat(browser.get(path).body()).contains(WHAT_TO_DO);
        assertThat(browser.with("Accept-Language", "de").get(path).body())
                .contains("Prüfen Sie die Datenbank, die in etc/org.ops4j.datasource-clientele.cfg steht")
                .doesNotContain("cannot be reached");
    }

    @Test
    void aRefusedFormSaysItOnce() throws Exception {
        Map<String, String> form =
                Browser.form(browser.get("/customer-users/edit?login=anna0000").body());
        form.put("UserPhone", "4711");
        goAway();
        String page = browser.post("/customer-users/edit?login=anna0000", form).body();
        assertThat(page.split("datasource-clientele", -1)).hasSize(2);
        assertThat(page).contains("Nothing was saved yet");
    }

    @Test
    void anotherNoticeIsShownAsItIs() throws Exception {
        screens.users.notices = List.of("Tea is ready.");
        assertThat(browser.get("/customer-users/add").body()).contains("Tea is ready.");
    }

    private void goAway() {
        screens.users.notices = List.of(StoreUnavailableException.NOTICE);
        screens.customers.notices = List.of(StoreUnavailableException.NOTICE);
    }
}
