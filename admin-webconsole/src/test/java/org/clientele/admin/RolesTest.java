package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.admin.RoleRequests.Change;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.Route.Method;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route of every screen, for whoever has one role, or none. A new route that changes something has to be in {@link RoleRequests}. */
class RolesTest extends ScreenTest {
    /** The container's role for each of ours, as {@link #open} configures it. */
    private static final Map<Role, String> NAMES = Map.of(
            Role.VIEW, "viewer",
            Role.MANAGE_CUSTOMER_USERS, "people",
            Role.MANAGE_CUSTOMERS, "companies",
            Role.SET_PASSWORDS, "secrets",
            Role.TEST_DRAFTS, "drafters");

    /** Its steps need a file, which is uploaded before each; what they do is for {@link ImportTest}. */
    private static final String IMPORT = "/import";

    private static final String LANGUAGE = "/language";
    private static final String RECORDS = "?login=anna0001&customerId=C1&group=1&source=CustomerUser1";

    private RoleRequests requests;

    @Override
    Screens open() throws Exception {
        return new Screens(
                0,
                Map.of(
                        "viewRoles",
                        "viewer",
                        "customerUserRoles",
                        new String[] {"people", "nobody else"},
                        "customerRoles",
                        "others, companies",
                        "passwordRoles",
                        List.of("secrets"),
                        "sourceRoles",
                        "drafters"));
    }

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
        Samples.fillUsers(screens.ldap, "reader", 1);
        screens.conflicts.all.add(new UnfinishedRename(Renamed.CUSTOMER, "acme", "new", "CustomerCompany", Place.NEW));
        screens.groups.add("Hotline", "Calls");
        requests = new RoleRequests(as(String.join(",", NAMES.values())));
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAnswersWhoMayAndRefusesEverybodyElse() {
        return screens.plugins.entrySet().stream()
                .flatMap(plugin -> plugin.getValue().routes().stream()
                        .flatMap(route -> single().map(roles -> dynamicTest(
                                plugin.getKey() + " " + route.method() + " " + route.path() + " for " + roles,
                                () -> check(plugin.getKey(), route, roles)))));
    }

    @Test
    void withoutConfigurationAdministratorsMayDoEverythingAndNobodyElseAnything() throws Exception {
        try (Screens shipped = new Screens()) {
            Browser asked = new Browser(shipped.console.address());
            assertThat(asked.get("/customer-users/add").statusCode()).isEqualTo(200);
            assertThat(asked.get("/customers/add").statusCode()).isEqualTo(200);
            for (String role : List.of("viewer", "manager", "systembundles", "")) {
                assertThat(asked.with("X-Role", role).get("/customer-users").statusCode())
                        .as(role)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aKeyWithoutValueLetsNobodyIn() throws Exception {
        try (Screens closed = new Screens(0, Map.of("viewRoles", "", "customerUserRoles", " , "))) {
            Browser asked = new Browser(closed.console.address());
            assertThat(asked.get("/customer-users").statusCode()).isEqualTo(200);
            assertThat(asked.get("/customer-users/add").statusCode()).isEqualTo(403);
            assertThat(asked.get("/customers/add").statusCode()).isEqualTo(200);
            assertThat(asked.with("X-Role", "").get("/customer-users").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void theRefusalSaysWhichRoleIsNeededAndWhereItIsConfigured() throws Exception {
        HttpResponse<String> page = as("viewer").get("/customers/add");
        assertThat(page.body())
                .contains("it needs the role “manage customers and groups”")
                .contains("customerRoles in etc/org.clientele.directory.cfg");
        assertThat(as("viewer")
                        .with("Accept-Language", "de")
                        .get("/customer-users/add")
                        .body())
                .contains("Rolle „Kundenbenutzer und Beziehungen verwalten“")
                .contains("customerUserRoles");
    }

    private void check(String label, Route route, Set<Role> roles) throws Exception {
        Optional<Change> change = route.path().startsWith(IMPORT) ? Optional.empty() : requests.of(label, route);
        String file = route.path().startsWith(IMPORT) ? requests.upload() : "";
        boolean changing = route.method() == Method.POST
                && !route.path().equals(LANGUAGE)
                && !route.path().startsWith(IMPORT);
        assertThat(change.isPresent()).as("is in RoleRequests").isEqualTo(changing);
        String before = stored();

        HttpResponse<String> answer = send(as(names(roles)), label, route, change, file);

        boolean allowed = !roles.isEmpty() && (route.role() == Role.VIEW || roles.contains(route.role()));
        if (allowed) {
            assertThat(answer.statusCode()).isNotEqualTo(403);
            assertThat(stored().equals(before))
                    .as("nothing changed")
                    .isEqualTo(!changing && !route.path().equals(IMPORT + "/discard"));
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("it needs the role").doesNotContain("@example.com", "Adler");
            assertThat(stored()).isEqualTo(before);
        }
    }

    private HttpResponse<String> send(Browser asking, String label, Route route, Optional<Change> change, String file)
            throws Exception {
        if (route.method() == Method.GET) {
            return asking.get("/" + label + route.path() + RECORDS + "&file=" + file);
        }
        String language = "language=en&file=" + file + "&token=" + screens.tokens.issue("karaf");
        return asking.send(
                "POST",
                change.map(Change::path).orElse("/" + label + route.path()),
                change.map(Change::body).orElse(language));
    }

    private Browser as(String roles) {
        return browser.with("X-Role", roles);
    }

    private static Stream<Set<Role>> single() {
        return Stream.concat(Stream.of(Set.of()), Stream.of(Role.values()).map(Set::of));
    }

    private static String names(Set<Role> roles) {
        return String.join(",", roles.stream().map(NAMES::get).toList());
    }

    /** All that a screen could change, as one text. */
    private String stored() {
        Map<String, Object> assigned = new LinkedHashMap<>(screens.store.assigned);
        assigned.values().removeIf(customers -> customers.equals(Map.of()));
        List<Object> all = new ArrayList<>(List.of(screens.database.records, screens.database.passwords));
        all.addAll(List.of(screens.companies.records, screens.store.groups, screens.store.given, assigned));
        all.add(screens.preferences.stored);
        all.addAll(List.of(screens.tests.tested, screens.users.disabled, screens.conflicts.decided));
        all.add(screens.imports);
        all.add(screens.drafts.tested);
        return all.toString();
    }
}
