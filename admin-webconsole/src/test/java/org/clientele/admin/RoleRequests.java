package org.clientele.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.Route.Method;

/** For each route that changes something, a request that does, filled as somebody would who may do everything. */
final class RoleRequests {

    /** A request that changes something each time it is sent. */
    record Change(String path, String body) {}

    /** Uploads a file for an import. @return its key */
    String upload() throws Exception {
        String token = open("/customer-users/import").get("token");
        String location = everything
                .upload(
                        "/customer-users/import",
                        FileUpload.of(Map.of("token", token), "people.csv", "UserLogin,UserCity\nanna0001,Ulm\n"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.replaceFirst(".*file=", "");
    }

    private Change validity() throws Exception {
        String validity = ++number % 2 == 0 ? "valid" : "invalid";
        String token = open("/customer-users/add").get("token");
        return new Change(
                "/customer-users/validity", "pick=anna0001&validity=" + validity + "&token=" + Browser.encode(token));
    }

    @FunctionalInterface
    private interface Filling {
        Change fill() throws Exception;
    }

    private final Browser everything;
    private final Map<String, Filling> fillings = new LinkedHashMap<>();
    private int number;

    RoleRequests(Browser everything) {
        this.everything = everything;
        fillings.put("customer-users/add", this::person);
        fillings.put("customer-users/edit", () -> changed("/customer-users/edit?login=anna0001", "UserCity"));
        fillings.put("customer-users/preferences", this::preference);
        fillings.put("customer-users/validity", this::validity);
        fillings.put("customer-users/disabled", this::disabled);
        fillings.put("customer-users/conflicts", this::settled);
        fillings.put("customer-users/anonymise", this::anonymisation);
        fillings.put("customer-users/test", () -> test("/customer-users", "CustomerUser1"));
        fillings.put("customer-users/draft", () -> draft("/customer-users", "CustomerUser1"));
        fillings.put("customers/draft", () -> draft("/customers", "CustomerCompany"));
        fillings.put("customers/add", this::company);
        fillings.put("customers/edit", () -> changed("/customers/edit?customerId=C1", "CustomerCompanyCity"));
        fillings.put("customers/test", () -> test("/customers", "CustomerCompany"));
        fillings.put("groups/add", () -> changed("/groups/add", "name"));
        fillings.put("groups/edit", () -> changed("/groups/edit?group=1", "comment"));
        fillings.put("customer-users-customers/matrix", () -> matrix("/customer-users-customers", "anna0001", "C2"));
        fillings.put("customer-users-groups/matrix", () -> matrix("/customer-users-groups", "anna0001", "1"));
        fillings.put("customers-groups/matrix", () -> matrix("/customers-groups", "C1", "1"));
    }

    /** A change through a route, empty if there is none for it. */
    Optional<Change> of(String label, Route route) throws Exception {
        Filling filling = route.method() == Method.POST ? fillings.get(label + route.path()) : null;
        return filling == null ? Optional.empty() : Optional.of(filling.fill());
    }

    private Change person() throws Exception {
        Map<String, String> form = open("/customer-users/add");
        form.putAll(Map.of("UserFirstname", "Ünal", "UserLastname", "O'Brien", "UserCustomerID", "C1"));
        form.putAll(Map.of("UserLogin", "new" + ++number, "UserEmail", "new" + number + "@example.com"));
        return new Change("/customer-users/add", body(form));
    }

    private Change anonymisation() throws Exception {
        Map<String, String> form = open("/customer-users/anonymise?login=anna0001");
        form.putAll(Map.of("loginChoice", "keep", "confirmation", "anna0001"));
        return new Change("/customer-users/anonymise?form-id=anna0001", body(form));
    }

    private Change company() throws Exception {
        Map<String, String> form = open("/customers/add");
        form.putAll(Map.of("CustomerID", "new" + ++number, "CustomerCompanyName", "x\"y <z>"));
        return new Change("/customers/add", body(form));
    }

    private Change changed(String path, String variable) throws Exception {
        Map<String, String> form = open(path);
        form.put(variable, "カス ${a} " + ++number);
        return new Change(path, body(form));
    }

    private Change preference() throws Exception {
        Map<String, String> form = open("/customer-users/edit?login=anna0001");
        form.put("preference-UserDesk", "カス ${a} " + ++number);
        return new Change("/customer-users/preferences?form-id=anna0001", body(form));
    }

    private Change disabled() throws Exception {
        String token = open("/customer-users/add").get("token");
        return new Change(
                "/customer-users/disabled?form-id=reader0000", "set=disable&comment=" + ++number + "&token=" + token);
    }

    private Change settled() throws Exception {
        String token = open("/customer-users/add").get("token");
        return new Change(
                "/customer-users/conflicts",
                "decision=finish&of=CUSTOMER&id=acme&newId=new&sourceId=CustomerCompany&token=" + token);
    }

    private Change test(String home, String slot) throws Exception {
        return new Change(
                home + "/test",
                "source=" + slot + "&token=" + open(home + "/add").get("token"));
    }

    private Change draft(String home, String slot) throws Exception {
        String address = home + "/draft?source=" + slot;
        return new Change(address, body(open(address)));
    }

    /** Checks or unchecks the first box of a row. */
    private Change matrix(String home, String subject, String row) throws Exception {
        String parameter = home.startsWith("/customers-") ? "customerId" : "login";
        MatrixForm form = new MatrixForm(
                everything.get(home + "/matrix?" + parameter + "=" + subject).body());
        String box = form.boxes.stream()
                .filter(one -> one.startsWith(form.rows.indexOf(row) + " "))
                .findFirst()
                .orElseThrow();
        if (!form.checked.remove(box)) {
            form.checked.add(box);
        }
        return new Change(form.action, form.body());
    }

    private Map<String, String> open(String path) throws Exception {
        return Browser.form(everything.get(path).body());
    }

    private static String body(Map<String, String> form) {
        StringBuilder body = new StringBuilder("save=1");
        form.forEach((name, value) ->
                body.append('&').append(Browser.encode(name)).append('=').append(Browser.encode(value)));
        return body.toString();
    }
}
