package org.clientele.backend.db;

import static org.clientele.backend.db.Configured.add;
import static org.clientele.backend.db.Configured.outcome;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.field.Link;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** The ten columns of a row, and the selections of a variable. */
final class MapKeys {
    private static final String ROW = "map.15";

    static final List<KeyCase> CASES = List.of(
            column("variable", c -> values(c))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", Map.of("UserComment", "7"))
                    .answers("UserRemark | Comment | comments | 1 | 0 | var | | 0 | |", Map.of("UserRemark", "7")),
            column("label", c -> row(c).label())
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", "Comment")
                    .answers("UserComment | カス | comments | 1 | 0 | var | | 0 | |", "カス"),
            column("storage", c -> values(c))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", Map.of("UserComment", "7"))
                    .answers("UserComment | Comment | mobile | 1 | 0 | var | | 0 | |", Map.of("UserComment", "8")),
            column("shown", MapKeys::views)
                    .answers("UserComment | Comment | comments | 0 | 0 | var | | 0 | |", List.of(false, false, true))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", List.of(true, true, true))
                    .answers("UserComment | Comment | comments | 2 | 0 | var | | 0 | |", List.of(true, true, false)),
            column("required", c -> outcome(() -> added(c, "")))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", "jdoe")
                    .answers("UserComment | Comment | comments | 1 | 1 | var | | 0 | |", List.of("required")),
            column("type", c -> outcome(() -> added(c, "many")))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", "jdoe")
                    .answers("UserComment | Comment | comments | 1 | 0 | int | | 0 | |", List.of("not-a-number")),
            column("link", c -> link(c).map(Link::address))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", Optional.empty())
                    .answers(
                            "UserComment | Comment | comments | 1 | 0 | var | mailto:{UserEmail} | 0 | |",
                            Optional.of("mailto:jo%26co@example.com"))
                    .answers(
                            "UserComment | Comment | comments | 1 | 0 | var | index.pl?id={UserComment} | 0 | |",
                            Optional.of("https://desk.example.com/otobo/index.pl?id=7"))
                    .answers(
                            "UserComment | Comment | comments | 1 | 0 | var | tel:{UserPhone} | 0 | |",
                            Optional.empty()),
            column("read only", c -> outcome(() -> changed(c)))
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 0 | |", "8")
                    .answers("UserComment | Comment | comments | 1 | 0 | var | | 1 | |", List.of("read-only")),
            column("link target", c -> link(c).map(Link::target))
                    .answers(
                            "UserComment | C | comments | 1 | 0 | var | https://x/{UserComment} | 0 | |",
                            Optional.of(""))
                    .answers(
                            "UserComment | C | comments | 1 | 0 | var | https://x/{UserComment} | 0 | _blank |",
                            Optional.of("_blank")),
            column("link classes", c -> link(c).map(Link::classes))
                    .answers(
                            "UserComment | C | comments | 1 | 0 | var | https://x/{UserComment} | 0 | |",
                            Optional.of(""))
                    .answers(
                            "UserComment | C | comments | 1 | 0 | var | https://x/{UserComment} | 0 | | crm wide",
                            Optional.of("crm wide")),
            KeyCase.of("selections.", "selections.UserComment", c -> row(c).values())
                    .answers(KeyCase.ABSENT, List.of(new ViewRow.Value("7", "7", Optional.empty())))
                    .answers("7:Seven, 8", List.of(new ViewRow.Value("7", "Seven", Optional.empty()))),
            KeyCase.of("selections.", "selections.UserComment", c -> outcome(() -> added(c, "9")))
                    .with("customerCompanySupport", "0")
                    .answers(KeyCase.ABSENT, "jdoe")
                    .answers("7:Seven, 8", List.of("not-allowed")));

    private MapKeys() {}

    private static KeyCase column(String column, KeyCase.Question question) {
        return KeyCase.of("map. " + column, ROW, question).with("customerCompanySupport", "0");
    }

    /** The only customer user, written with the default map. */
    private static CustomerUser stored(Configured configured, CustomerUsers users) throws Exception {
        try (TestSource plain = TestSource.customerUsers(configured.database(), Map.of())) {
            plain.writable()
                    .add(
                            person(
                                    "jdoe",
                                    Map.of("UserComment", "7", "UserMobile", "8", "UserEmail", "jo&co@example.com")),
                            soon());
        }
        return users.find("jdoe").entry().orElseThrow();
    }

    private static Map<String, String> values(Configured configured) throws Exception {
        CustomerUser user = stored(configured, configured.directory());
        return user.fields().keySet().stream()
                .filter(Set.of("UserComment", "UserRemark")::contains)
                .collect(Collectors.toMap(variable -> variable, user::value));
    }

    /** Whether the record view and the short view have the comment, and whether the short view has the first name. */
    private static List<Boolean> views(Configured configured) throws Exception {
        CustomerUsers users = configured.directory();
        CustomerUser user = stored(configured, users);
        return List.of(
                has(users.view(user, Shown.RECORD), "UserComment"),
                has(users.view(user, Shown.SHORT), "UserComment"),
                has(users.view(user, Shown.SHORT), "UserFirstname"));
    }

    private static boolean has(List<ViewRow> rows, String variable) {
        return rows.stream().anyMatch(row -> row.variable().equals(variable));
    }

    private static ViewRow row(Configured configured) throws Exception {
        CustomerUsers users = configured.directory();
        CustomerUser user = stored(configured, users);
        return users.view(user, Shown.RECORD).stream()
                .filter(row -> row.variable().equals("UserComment"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Link> link(Configured configured) throws Exception {
        return row(configured).values().get(0).link();
    }

    private static String added(Configured configured, String comment) throws Exception {
        return add(configured.directory(), "CustomerUser", "jdoe", Map.of("UserComment", comment))
                .login();
    }

    private static String changed(Configured configured) throws Exception {
        CustomerUsers users = configured.directory();
        add(users, "CustomerUser", "jdoe", Map.of("UserComment", "7"));
        Change change = new Change(
                "jdoe", Map.of("UserComment", "8"), Optional.empty(), Optional.empty(), Actor.program("admin"));
        return users.update(change).value("UserComment");
    }
}
