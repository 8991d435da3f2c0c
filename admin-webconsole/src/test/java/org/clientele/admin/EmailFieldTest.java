package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailFieldTest extends ScreenTest {

    @BeforeEach
    void fill() {
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void theHintSaysThatAnAddressIsUsedOnceOnlyWhereThatIsSo() throws Exception {
        assertThat(browser.get("/customer-users/add").body()).contains("Each address is used once.");
        screens.database.uniqueEmail = false;
        assertThat(browser.get("/customer-users/add").body())
                .contains("Where the person is reached.</p>")
                .doesNotContain("Each address is used once.");
    }

    @Test
    void theListBreaksAnAddressBehindTheSignAloneAndEscapesIt() throws Exception {
        screens.database.records.get("anna0001").put("UserEmail", List.of("<b>a\"@b@example.com"));
        assertThat(browser.get("/customer-users").body())
                .contains(">anna0000@<wbr>example.com<")
                .contains(">&lt;b&gt;a\"@<wbr>b@<wbr>example.com<");
    }

    /** An input of the type email is changed by the browser, which would look like a change by the administrator. */
    @Test
    void theAddressIsEnteredAsText() throws Exception {
        screens.database.records.get("anna0001").put("UserEmail", List.of(" anna@müller.example "));
        assertThat(browser.get("/customer-users/edit?login=anna0001").body())
                .containsPattern("<input id=\"UserEmail\" name=\"UserEmail\" type=\"text\"[^>]* inputmode=\"email\"")
                .contains("value=\" anna@müller.example \"");
    }
}
