package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeTest extends ScreenTest {

    @Override
    Screens open() throws Exception {
        return new Screens(0, Map.of("allowedOrigins", new String[] {"https://desk.example.com"}));
    }

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void aFormWithoutTokenIsForbidden() throws Exception {
        Map<String, String> form = form();
        form.remove("token");
        assertRefused(browser.post("/customer-users/edit?login=anna0001", form));
        assertRefused(browser.without("Origin").post("/customer-users/edit?login=anna0001", form));
    }

    @Test
    void aFormWithAWrongTokenIsForbiddenAndKeepsWhatWasTyped() throws Exception {
        Map<String, String> form = form();
        form.put("token", "wrong");
        HttpResponse<String> answer = browser.post("/customer-users/edit?login=anna0001", form);
        assertRefused(answer);
        assertThat(Browser.form(answer.body())).containsEntry("UserCity", "Bonn");
        assertThat(browser.post("/customer-users/edit?login=anna0001", Browser.form(answer.body()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aTokenOfAnotherAdministratorIsForbidden() throws Exception {
        assertRefused(browser.with("X-User", "other").post("/customer-users/edit?login=anna0001", form()));
        assertRefused(browser.without("Origin")
                .with("X-User", "other")
                .without("Origin")
                .post("/customer-users/add", form()));
    }

    @Test
    void aFormFromAnotherOriginIsForbidden() throws Exception {
        assertRefused(
                browser.with("Origin", "https://evil.example").post("/customer-users/edit?login=anna0001", form()));
        assertRefused(browser.with("Origin", "null").post("/customer-users/edit?login=anna0001", form()));
        assertRefused(browser.without("Origin")
                .with("Sec-Fetch-Site", "cross-site")
                .without("Origin")
                .post("/customer-users/edit?login=anna0001", form()));
    }

    @Test
    void aConfiguredOriginIsAllowed() throws Exception {
        HttpResponse<String> answer =
                browser.with("Origin", "https://desk.example.com").post("/customer-users/edit?login=anna0001", form());
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void onlyAdministratorsComeIn() throws Exception {
        HttpResponse<String> page = browser.with("X-Role", "viewer").get("/customer-users");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("it needs the role “view”", "viewRoles")
                .doesNotContain("anna0001");
        HttpResponse<String> json = browser.with("X-Role", "viewer").get("/customer-users.json");
        assertThat(json.statusCode()).isEqualTo(403);
        assertThat(json.body()).startsWith("{\"message\"");
        assertThat(browser.with("X-Role", "viewer")
                        .post("/customer-users/edit?login=anna0001", form())
                        .statusCode())
                .isEqualTo(403);
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void gettingNeverChangesAnything() throws Exception {
        String query = "UserFirstname=a&UserLastname=b&UserLogin=new&UserEmail=n@example.com&UserCustomerID=C1"
                + "&ValidID=1&save=1&token=" + form().get("token");
        assertThat(browser.get("/customer-users/add?" + query).statusCode()).isEqualTo(200);
        assertThat(browser.get("/customer-users/edit?login=anna0001&" + query).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/customer-users/language?language=de").statusCode())
                .isEqualTo(405);
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void pagesAreGuardedByTheirHeaders() throws Exception {
        HttpResponse<String> page = browser.get("/customer-users");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        String ours = page.body().substring(page.body().indexOf("<main"));
        assertThat(ours).doesNotContain(" style=", "<style", " onclick", "<script>");
        assertThat(browser.get("/customer-users.json").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void unknownPagesStayInsideTheFrame() throws Exception {
        HttpResponse<String> page = browser.get("/customer-users/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<div id=\"content\"").contains("There is no such page");
        assertThat(browser.get("/customer-users/nothing.json").body()).startsWith("{\"message\"");
        assertThat(browser.get("/customer-users/res/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void theLanguageFollowsTheSwitchAndLeadsBackOnlyToOurPages() throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", form().get("token"));
        form.put("language", "de");
        form.put("back", "/system/console/customer-users?search=a");
        HttpResponse<String> answer = browser.post("/customer-users/language", form);
        assertThat(answer.headers().firstValue("Location")).contains("/system/console/customer-users?search=a");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("felix-webconsole-locale=de;").contains("Path=/system/console");
        assertThat(browser.with("Cookie", "felix-webconsole-locale=de")
                        .get("/customer-users")
                        .body())
                .contains("Kundenbenutzer hinzufügen");
        for (String elsewhere : new String[] {
            "//evil.example",
            "https://evil.example",
            "/system/console/customer-users/../x",
            "/system/console/customer-users/%2e%2E/x",
            "/system/console/customer-users/%2fx",
            "/system/console/customers",
            "/system/console/customer-usersx",
            ""
        }) {
            form.put("back", elsewhere);
            assertThat(browser.post("/customer-users/language", form).headers().firstValue("Location"))
                    .contains("/system/console/customer-users");
        }
    }

    @Test
    void brokenEncodingIsSaidInPageFragmentAndJson() throws Exception {
        for (String query : new String[] {"search=%zz", "search=%", "login=%zz"}) {
            assertThat(raw("/customer-users?" + query))
                    .startsWith("HTTP/1.1 400")
                    .contains("class=\"clientele\"")
                    .contains("cannot be read");
            assertThat(raw("/customer-users.json?" + query))
                    .startsWith("HTTP/1.1 400")
                    .contains("{\"message\"");
            assertThat(raw("/customer-users/results.frag?" + query)).startsWith("HTTP/1.1 400");
        }
        assertThat(raw("/customer-users/user.json?login=%ff"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"message\"");
        HttpResponse<String> form = browser.send("POST", "/customer-users/add", "token=%zz");
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(form.body()).contains("class=\"clientele\"").contains("Nothing was changed");
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        String token = "token=" + form().get("token") + "&UserCity=Bonn";
        for (String method : new String[] {"PUT", "DELETE", "PATCH", "OPTIONS"}) {
            HttpResponse<String> answer = browser.send(method, "/customer-users/edit?login=anna0001&" + token, token);
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        }
        for (String path : new String[] {"/customer-users", "/customer-users.json", "/customer-users/res/admin.css"}) {
            HttpResponse<String> answer = browser.send("POST", path, token);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
        assertThat(browser.get("/customer-users/language").headers().firstValue("Allow"))
                .contains("POST");
        assertThat(browser.send("HEAD", "/customer-users", "").statusCode()).isEqualTo(200);
        assertThat(screens.users.changes).isZero();
    }

    @Test
    void aBundleThatIsBeingReplacedIsSaidInAPage() throws Exception {
        screens.users.replaced = true;
        HttpResponse<String> page = browser.get("/customer-users/edit?login=anna0001");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("class=\"clientele\"").doesNotContain("NoClassDefFoundError");
    }

    @Test
    void filesAreServedWithTypeAndTag() throws Exception {
        HttpResponse<String> sheet = browser.get("/customer-users/res/admin.css");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        String tag = sheet.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.with("If-None-Match", tag)
                        .get("/customer-users/res/admin.css")
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/customers/res/htmx.min.js").statusCode()).isEqualTo(200);
    }

    /** Sent as it stands, because no {@link URI} has a broken encoding. */
    private String raw(String target) throws Exception {
        URI console = URI.create(screens.console.address());
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            String request = "GET " + console.getPath() + target + " HTTP/1.1\r\nHost: " + console.getAuthority()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<div id=\"content\"");
        assertThat(screens.users.changes).isZero();
    }

    private Map<String, String> form() throws Exception {
        Map<String, String> form =
                Browser.form(browser.get("/customer-users/edit?login=anna0001").body());
        form.put("UserCity", "Bonn");
        return form;
    }
}
