package org.clientele.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.benchmarks.AskedPage.Question;

/** The list pages, each with several questions; how many rows an answer must have says the database. */
final class ConsolePages {
    private static final int PAGE = 50;
    private static final int OVERVIEW = 2 * 25;
    private static final int QUESTIONS = 20;

    private static final Pattern TABLE_ROW = Pattern.compile("<th scope=\"row\"");
    private static final Pattern ENTRY = Pattern.compile("<span class=\"name\">");
    private static final Pattern JSON_ROW = Pattern.compile("\"login\"");
    private static final Pattern CONFLICT = Pattern.compile("<article class=\"sheet state\">");
    private static final Pattern WHOLE = Pattern.compile("\\A.", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final Stage stage;
    private final Console console;

    ConsolePages(Stage stage, Console console) {
        this.stage = stage;
        this.console = console;
    }

    List<AskedPage> all() throws SQLException, IOException, InterruptedException {
        List<AskedPage> pages = new ArrayList<>();
        pages.add(page("a stylesheet, for comparison", WHOLE, 1, "/customer-users/res/admin.css"));
        pages.addAll(customerUsers());
        pages.addAll(customers());
        pages.add(page("Groups, all of them", TABLE_ROW, AccessData.GROUPS, "/groups"));
        pages.add(page("Customer Users ↔ Customers", ENTRY, OVERVIEW, "/customer-users-customers"));
        pages.add(page("Customer Users ↔ Groups", ENTRY, OVERVIEW, "/customer-users-groups"));
        pages.add(page("Customers ↔ Groups", ENTRY, OVERVIEW, "/customers-groups"));
        pages.addAll(matrices());
        pages.addAll(audit());
        pages.add(page("Conflicts", CONFLICT, 0, "/customer-users/conflicts"));
        return pages;
    }

    private List<AskedPage> customerUsers() throws SQLException, IOException, InterruptedException {
        List<Question> rare = new ArrayList<>();
        for (String login : logins(stage.rows())) {
            rare.add(new Question(users("&search=" + encoded(login)), TABLE_ROW, valid(containing(login))));
        }
        List<Question> ofCustomer = new ArrayList<>();
        for (String customer : customerIds()) {
            int rows = valid("customer_id = '" + customer + "'");
            ofCustomer.add(new Question(users("&customer=" + customer), TABLE_ROW, rows));
        }
        return List.of(
                page("Customer Users", TABLE_ROW, PAGE, users("")),
                page("… as JSON", JSON_ROW, PAGE, "/customer-users.json?limit=" + PAGE),
                page("… a frequent word", TABLE_ROW, valid(containing("smith")), users("&search=smith")),
                new AskedPage("… a rare word", rare),
                new AskedPage("… of a customer", ofCustomer),
                page("… invalid ones too", TABLE_ROW, PAGE, users("&includeInvalid=1")),
                new AskedPage("… behind a cursor", behindCursors()),
                page("… in the order of names", TABLE_ROW, PAGE, users("&order=UserLastname,UserFirstname")),
                page("… in the order of addresses, backwards", TABLE_ROW, PAGE, users("&order=-UserEmail")));
    }

    private List<AskedPage> customers() throws SQLException {
        int found = stage.jdbc()
                .rows("select 1 from customer_company where name like '%123%' limit " + PAGE)
                .size();
        return List.of(
                page("Customers", TABLE_ROW, PAGE, "/customers?limit=" + PAGE),
                page("… a word", TABLE_ROW, found, "/customers?limit=" + PAGE + "&search=company+123"));
    }

    private List<AskedPage> matrices() {
        List<String> logins = logins(Math.min(stage.rows(), AccessData.PERMISSIONS));
        List<String> customers = customerIds();
        List<String> groups = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> Integer.toString(1 + number))
                .toList();
        return List.of(
                matrix("groups of a customer user", "/customer-users-groups/matrix?login=", logins),
                matrix("customer users of a group", "/customer-users-groups/matrix?group=", groups),
                matrix("customers of a customer user", "/customer-users-customers/matrix?login=", logins),
                matrix("customer users of a customer", "/customer-users-customers/matrix?customerId=", customers),
                matrix("groups of a customer", "/customers-groups/matrix?customerId=", customers),
                matrix("customers of a group", "/customers-groups/matrix?group=", groups));
    }

    private List<AskedPage> audit() throws SQLException {
        String actor = "actor = 'load-7'";
        String login = logins(stage.rows()).get(0);
        String person = "subject_key = '" + login + "'";
        return List.of(
                page("Audit", TABLE_ROW, entries("true"), "/customer-user-audit"),
                page("… of a person", TABLE_ROW, entries(person), "/customer-user-audit?id=" + encoded(login)),
                page("… by an administrator", TABLE_ROW, entries(actor), "/customer-user-audit?actor=load-7"),
                page("… what failed", TABLE_ROW, entries("outcome = 'FAILED'"), "/customer-user-audit?outcome=failed"),
                page(
                        "… who was anonymised",
                        TABLE_ROW,
                        entries("action = 'ANONYMISE'"),
                        "/customer-user-audit?action=anonymise"));
    }

    private List<Question> behindCursors() throws IOException, InterruptedException {
        List<Question> questions = new ArrayList<>();
        String list = "/customer-users.json?limit=250";
        String path = list;
        for (int i = 0; i < QUESTIONS; i++) {
            Matcher next = NEXT.matcher(console.get(path));
            if (!next.find()) {
                throw new IOException("There is no page behind " + path);
            }
            String after = "&after=" + encoded(next.group(1));
            questions.add(new Question(users(after), TABLE_ROW, PAGE));
            path = list + after;
        }
        return questions;
    }

    private List<String> logins(int rows) {
        return IntStream.iterate(0, row -> row + 1)
                .map(row -> new Chance(row).below(rows, 20))
                .mapToObj(Person::number)
                .filter(person -> person.validity() == 1)
                .map(Person::login)
                .limit(QUESTIONS)
                .toList();
    }

    /** Half of them large, half of them small. */
    private static List<String> customerIds() {
        return IntStream.range(0, QUESTIONS / 2)
                .boxed()
                .flatMap(number -> Stream.of(number, Person.CUSTOMERS / 2 + number))
                .map(Person::customerId)
                .toList();
    }

    private static AskedPage matrix(String name, String path, List<String> subjects) {
        return new AskedPage(
                "Matrix: " + name,
                subjects.stream()
                        .map(subject -> new Question(path + encoded(subject), TABLE_ROW, PAGE))
                        .toList());
    }

    private static AskedPage page(String name, Pattern row, int rows, String path) {
        return new AskedPage(name, List.of(new Question(path, row, rows)));
    }

    private static String users(String parameters) {
        return "/customer-users?limit=" + PAGE + parameters;
    }

    private static String containing(String word) {
        return "(" + Database.SEARCH_TEXT + ") like '%" + word.toLowerCase(Locale.ROOT) + "%'";
    }

    private int valid(String condition) throws SQLException {
        return count("customer_user where valid_id = 1 and " + condition);
    }

    private int entries(String condition) throws SQLException {
        return count("audit_entry where " + condition);
    }

    private int count(String from) throws SQLException {
        return stage.jdbc().rows("select 1 from " + from + " limit " + PAGE).size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
