package org.clientele.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Password;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.authentication.Token;

/** A person every value of whom is one of a kind, and ugly: whatever is found of it anywhere is his. */
final class ProtectedPerson {
    static final String PASSWORD = "pass" + UUID.randomUUID();

    private static final List<String> PERSONAL = List.of(
            "UserTitle",
            "UserFirstname",
            "UserLastname",
            "UserPhone",
            "UserFax",
            "UserMobile",
            "UserStreet",
            "UserZip",
            "UserCity",
            "UserCountry",
            "UserComment");
    private static final List<String> UGLY =
            List.of("O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%_\\", "a|b", "&amp;", ";--", "😀", "ß");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> preferences = new LinkedHashMap<>();
    private String token = "";

    ProtectedPerson(String login, String customerId) {
        fields.put("UserLogin", login);
        fields.put("UserEmail", "e" + UUID.randomUUID() + "@example.com");
        fields.put("UserCustomerID", customerId);
        for (int i = 0; i < PERSONAL.size(); i++) {
            fields.put(PERSONAL.get(i), unique(UGLY.get(i)));
        }
        preferences.put("UserLanguage", unique("de"));
        preferences.put("Ünal's \"key\" ${x}", unique("カス"));
    }

    private static String unique(String text) {
        return text + UUID.randomUUID().toString().substring(0, 18);
    }

    String login() {
        return fields.get("UserLogin");
    }

    Map<String, String> fields() {
        return fields;
    }

    Map<String, String> preferences() {
        return preferences;
    }

    String token() {
        return token;
    }

    /** Adds the person to a source; afterwards all hangs on him that can. */
    void add(Node node, String slot, Group group, String assigned) throws Exception {
        node.users().add(new Addition(slot, fields, Optional.of(Password.of(PASSWORD)), Actor.program("test")));
        hang(node, group, assigned);
    }

    void hang(Node node, Group group, String assigned) throws Exception {
        for (Map.Entry<String, String> preference : preferences.entrySet()) {
            node.preferences().set(login(), preference.getKey(), preference.getValue(), Actor.program("test"));
        }
        token = node.tokens()
                .issue(login(), "password-reset", Duration.ofDays(1))
                .map(Token::value)
                .orElse("");
        node.access().assignments().change(List.of(new Assignment(login(), assigned, true)), Actor.program("test"));
        node.access()
                .permissions()
                .change(
                        List.of(new PermissionChange(
                                new Holder.CustomerUser(login()), group.id(), Set.of(), Set.of(Permission.of("ro")))),
                        Actor.program("test"));
    }

    /** What must not be found anywhere afterwards. */
    List<String> secrets(boolean withLogin) {
        List<String> secrets = new ArrayList<>(preferences.values());
        fields.forEach((variable, value) -> {
            boolean login = variable.equals("UserLogin");
            if (!variable.equals("UserCustomerID") && (!login || withLogin)) {
                secrets.add(value);
            }
        });
        return secrets;
    }
}
