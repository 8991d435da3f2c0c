package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictTest extends ScreenTest {

    @BeforeEach
    void fill() {
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void aConflictCostsNobodyElseWhatIsRemembered() throws Exception {
        Map<String, String> mine = opened();
        Map<String, String> theirs = opened();
        theirs.put("UserCity", "Turku");
        browser.post("/customer-users/edit?login=anna0001", theirs);
        mine.put("UserPhone", "2");
        HttpResponse<String> stale = browser.post("/customer-users/edit?login=anna0001", mine);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("in the meantime to: Turku");
        assertThat(screens.users.refreshes).isZero();
    }

    private Map<String, String> opened() throws Exception {
        return Browser.form(browser.get("/customer-users/edit?login=anna0001").body());
    }
}
