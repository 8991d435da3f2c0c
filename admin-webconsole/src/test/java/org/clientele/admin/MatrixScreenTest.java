package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.clientele.access.Group;

/** Opens matrices, sends them and takes back what was saved. */
abstract class MatrixScreenTest extends ScreenTest {

    MatrixForm open(String address) throws Exception {
        HttpResponse<String> page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        return new MatrixForm(page.body());
    }

    HttpResponse<String> send(MatrixForm form) throws Exception {
        return browser.send("POST", form.action, form.body());
    }

    /** Presses <i>Undo</i> on a page. */
    HttpResponse<String> undo(String page) throws Exception {
        String key = page.replaceAll("(?s).*name=\"undo\" value=\"([^\"]*)\".*", "$1");
        MatrixForm form = new MatrixForm(page);
        return browser.post(form.action, Map.of("token", form.token, "undo", key));
    }

    static String id(Group group) {
        return Long.toString(group.id());
    }
}
