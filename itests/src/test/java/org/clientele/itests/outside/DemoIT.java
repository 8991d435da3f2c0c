package org.clientele.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.util.json.JSONObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo over plain HTTP: searches of all kinds over table and directory, who may do what, what is left when it stops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
    private static final int LAST = Integer.MAX_VALUE;
    private static final String SECRET = "secret-of-a-source-3e1c";
    private static final Pattern MENU = Pattern.compile("href=\"/system/console/([A-Za-z -]+)\"");

    private Instance instance;
    private Web web;

    @BeforeAll
    void start() throws Exception {
        instance = Instance.demo();
        instance.start();
        web = instance.web();
        await().atMost(Duration.ofSeconds(60)).until(this::everySourceAnswers);
    }

    /** The demo's directory server starts beside the console and may be later than it. */
    private boolean everySourceAnswers() throws Exception {
        return web.json("/customer-users.json", "limit", "1").getFieldAsArray("sources").stream()
                .allMatch(source -> source.toString().contains("\"outcome\":\"answered\""));
    }

    @AfterAll
    void end() throws Exception {
        instance.close();
    }

    static List<String> searches() {
        return List.of(
                "c++",
                "a AND OR b",
                "(",
                ")",
                "\"",
                "!",
                "*",
                "%",
                "_",
                "\\",
                "*)(uid=*",
                "' OR 1=1 --",
                "カス",
                "😀",
                "${a}",
                "x".repeat(1_000),
                "(".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anyTextIsAnswered(String search) throws Exception {
        for (String kind : List.of("/customer-users", "/customers")) {
            HttpResponse<String> page = web.get(kind, "search", search, "limit", "50");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("id=\"search\"").doesNotContain("Exception");
            JSONObject json = web.json(kind + ".json", "search", search, "limit", "50");
            assertThat(json.getFieldAsArray("sources"))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(((JSONObject) source).getFieldAsString("outcome"))
                            .isEqualTo("answered"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"カス", "😀", "(paren)", "back\\slash", "${a}", "x\"y <z>", "O'Brien", "star\\*"})
    void oddNamesAreFoundInTheDirectory(String name) throws Exception {
        String phrase = "\"" + name.replace("\"", "\" \"").replace("\\*", "*") + "\"";
        JSONObject json = web.json("/customer-users.json", "search", phrase, "source", "CustomerUser1");
        assertThat(json.getFieldAsArray("rows")).as(phrase).isNotEmpty();
    }

    @Test
    void textThatWouldChangeAFilterIsOnlyLookedFor() throws Exception {
        assertThat(web.json("/customer-users.json", "search", "*)(uid=*").getFieldAsArray("rows"))
                .isEmpty();
        assertThat(web.json("/customer-users.json", "search", "' OR 1=1 --").getFieldAsArray("rows"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).contains("'"));
    }

    @Test
    void aSearchThatIsTooLongGetsAMessageAtTheBox() throws Exception {
        String search = "x".repeat(1_001);
        HttpResponse<String> page = web.with("Accept-Language", "en").get("/customer-users", "search", search);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("aria-invalid=\"true\"")
                .contains("The search has 1001 characters; shorten it to at most 1000.");
        HttpResponse<String> json = web.get("/customer-users.json", "search", search);
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(json.body()).contains("{\"message\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customer-users", "/customer-users.json", "/customers", "/customer-users/add"})
    void withoutLoginThereIsNothing(String path) throws Exception {
        assertThat(web.stranger().get(path).statusCode()).isEqualTo(401);
        assertThat(web.stranger().post(path, Map.of()).statusCode()).isEqualTo(401);
        assertThat(new Web(instance.address(), "admin", "wrong").get(path).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormWithoutTokenIsRefused() throws Exception {
        assertRefused(web, Web.customer("", "NO-TOKEN"));
    }

    @Test
    void aFormWithAWrongTokenIsRefused() throws Exception {
        assertRefused(web, Web.customer("wrong", "WRONG-TOKEN"));
        assertRefused(web.with("Origin", origin()), Web.customer("wrong", "WRONG-TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "null"})
    void aFormFromElsewhereIsRefused(String origin) throws Exception {
        assertRefused(web.with("Origin", origin), Web.customer(web.token(), "ELSEWHERE"));
    }

    @Test
    void theSameFormFromHereIsAccepted() throws Exception {
        HttpResponse<String> answer =
                web.with("Origin", origin()).post("/customers/add", Web.customer(web.token(), "FROM-HERE"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(web.get("/customers/customer.json", "customerId", "FROM-HERE")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingIsChangedByGet() throws Exception {
        Map<String, String> form = Web.customer(web.token(), "BY-GET");
        String[] parameters = form.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray(String[]::new);
        assertThat(web.get("/customers/add", parameters).statusCode()).isEqualTo(200);
        assertThat(web.get("/customers/customer.json", "customerId", "BY-GET").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAddressWithASlashTooManyIsNotThere() throws Exception {
        for (String path : List.of("/customer-users.json/", "/customer-users/user.json/", "/customers.json/")) {
            assertThat(web.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(web.get("/customer-users/").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingListensOnLoopbackOnly() throws Exception {
        List<String> sockets = ListeningSockets.of(instance.jvm());
        assertThat(sockets).allMatch(ListeningSockets::isLoopback);
        assertThat(sockets.stream().map(ListeningSockets::port))
                .contains(instance.port(), instance.shellPort(), instance.directoryPort());
    }

    @Test
    void thePasswordIsForItsOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(instance.data().resolve("admin-password"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(instance.data().resolve("etc/users.properties")))
                .doesNotContain(Instance.PASSWORD);
    }

    @Test
    @Order(LAST - 1)
    void noPageOfTheConsoleShowsTheSecretOfASource() throws Exception {
        Files.writeString(instance.data().resolve("etc/status-secret"), SECRET);
        instance.configure("org.clientele.backend.ldap-CustomerUser8.cfg", """
                host = 127.0.0.1
                port = %d
                baseDn = dc=example,dc=org
                scope = sub
                userDn = cn=nobody
                userPw = $[secret:status-secret]
                """.formatted(instance.directoryPort()));
        instance.configure("org.clientele.backend.db-CustomerUser9.cfg", """
                dsn = jdbc:postgresql://127.0.0.1:1/nowhere
                user = nobody
                password = $[secret:status-secret]
                """);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> web.get("/customer-users.json", "limit", "1")
                        .body()
                        .matches("(?s).*CustomerUser8.*CustomerUser9.*"));

        List<String> pages = consolePages();

        assertThat(pages).contains("/services", "/status-scr.txt", "/status-Configurations.txt", "/components/1");
        assertThat(web.get("/status-Configurations.txt").body()).contains("~CustomerUser8", "~CustomerUser9");
        for (String page : pages) {
            HttpResponse<String> shown = web.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body()).as(page).doesNotContain(SECRET);
        }
        assertThat(Files.readString(instance.data().resolve("data/log/karaf.log")))
                .doesNotContain(SECRET);
    }

    /** What the console's menu leads to, the status pages as text too, and the details of every component. */
    private List<String> consolePages() throws Exception {
        Set<String> pages = new TreeSet<>();
        Matcher link = MENU.matcher(web.get("/bundles").body());
        while (link.find()) {
            String page = "/" + link.group(1).replace(" ", "%20");
            pages.add(page);
            if (page.startsWith("/status-")) {
                pages.add(page + ".txt");
            }
        }
        pages.remove("/logout");
        web.json("/components.json").getFieldAsArray("data").stream()
                .map(component -> "/components/" + ((JSONObject) component).getFieldAsString("id"))
                .forEach(pages::add);
        return List.copyOf(pages);
    }

    @Test
    @Order(LAST)
    void ctrlCStopsItAndNothingIsLeft() throws Exception {
        List<ProcessHandle> processes = instance.processes();
        assertThat(processes).hasSizeGreaterThan(1);
        assertThat(instance.stop("INT")).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    private void assertRefused(Web sender, Map<String, String> form) throws Exception {
        assertThat(sender.post("/customers/add", form).statusCode()).isEqualTo(403);
        String id = form.getOrDefault("CustomerID", "");
        assertThat(web.get("/customers/customer.json", "customerId", id).statusCode())
                .isEqualTo(404);
    }

    private String origin() {
        return "http://127.0.0.1:" + instance.port();
    }
}
