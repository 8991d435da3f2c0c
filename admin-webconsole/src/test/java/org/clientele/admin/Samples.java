package org.clientele.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Fields;
import org.clientele.field.Shown;

/** The maps of the manual page, and people to fill sources with. */
final class Samples {
    private static final List<String> FIRST =
            List.of("Anna", "Bert", "Çelik", "Dörte", "Emil", "カス", "Greta", "Seán", "Ünal", "Zoë");
    private static final List<String> LAST = List.of(
            "Adler",
            "O'Brien",
            "Kowalska",
            "Li",
            "Müller-Lüdenscheidt",
            "Nowak",
            "Øster",
            "Papadopoulou",
            "Weiß",
            "山田");
    private static final List<String> TOWNS = List.of("Hamburg", "Köln", "Graz", "Zürich", "Łódź");

    private Samples() {}

    static List<Field> userFields() {
        return List.of(
                field("UserTitle", "Title or salutation", false, 50),
                field("UserFirstname", "Firstname", true, 100),
                field("UserLastname", "Lastname", true, 100),
                field("UserLogin", "Username", true, 200),
                field("UserPassword", "Password", false, 128),
                field("UserEmail", "Email", true, 150),
                field("UserCustomerID", "CustomerID", true, 150),
                field("UserPhone", "Phone", false, 150),
                field("UserFax", "Fax", false, 150),
                field("UserMobile", "Mobile", false, 150),
                field("UserStreet", "Street", false, 150),
                field("UserZip", "Zip", false, 200),
                field("UserCity", "City", false, 200),
                field("UserCountry", "Country", false, 200),
                field("UserComment", "Comment", false, 10_000),
                validity());
    }

    static List<Field> ldapFields() {
        return List.of(
                field("UserTitle", "Title or salutation", false, 50),
                field("UserFirstname", "Firstname", true, 100),
                field("UserLastname", "Lastname", true, 100),
                field("UserLogin", "Username", true, 200),
                field("UserEmail", "Email", true, 150),
                field("UserCustomerID", "CustomerID", true, 150),
                field("UserPhone", "Phone", false, 150),
                field("UserAddress", "Address", false, 150),
                field("UserRoom", "Room", false, 150),
                field("UserComment", "Comment", false, 250));
    }

    static List<Field> customerFields() {
        return List.of(
                field("CustomerID", "CustomerID", true, 150),
                field("CustomerCompanyName", "Customer", true, 191),
                field("CustomerCompanyStreet", "Street", false, 200),
                field("CustomerCompanyZIP", "Zip", false, 200),
                field("CustomerCompanyCity", "City", false, 200),
                field("CustomerCompanyCountry", "Country", false, 200),
                field("CustomerCompanyURL", "URL", false, 200),
                field("CustomerCompanyComment", "Comment", false, 250),
                validity());
    }

    static Field field(String variable, String label, boolean required, int length) {
        return new Field(
                variable,
                label,
                variable,
                Shown.RECORD,
                required,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.of(length),
                Map.of());
    }

    private static Field validity() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("1", "valid");
        choices.put("2", "invalid");
        choices.put("3", "invalid-temporarily");
        return new Field(
                "ValidID",
                "Valid",
                "valid_id",
                Shown.FORM,
                true,
                FieldType.INT,
                "",
                false,
                "",
                "",
                OptionalInt.empty(),
                choices);
    }

    static MemorySource database() {
        return new MemorySource("CustomerUser", "Database", true, false, false, userFields());
    }

    static MemorySource ldap(boolean die) {
        return new MemorySource("CustomerUser1", "Company directory", false, die, false, ldapFields());
    }

    static MemorySource companies() {
        return new MemorySource("CustomerCompany", "Database", true, false, false, customerFields());
    }

    static void fillUsers(MemorySource source, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            String login = prefix + String.format("%04d", i);
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i / 3 % LAST.size());
            Map<String, String> values = new LinkedHashMap<>();
            values.put("UserTitle", i % 7 == 0 ? "Dr." : "");
            values.put("UserFirstname", first);
            values.put("UserLastname", last);
            values.put("UserLogin", login);
            values.put("UserEmail", login + "@example.com");
            values.put("UserCustomerID", "C" + i % 40);
            values.put("UserPhone", "+49 40 5550 " + i);
            values.put("UserCity", TOWNS.get(i % TOWNS.size()));
            values.put(
                    "UserComment",
                    i % 4 == 0
                            ? "Buys for the workshop in " + TOWNS.get(i % TOWNS.size()) + " and knows the lines."
                            : "");
            values.put("ValidID", i % 9 == 8 ? Integer.toString(2 + i % 2) : "1");
            put(source, login, values);
        }
    }

    static void fillCustomers(MemorySource source, int count) {
        for (int i = 0; i < count; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("CustomerID", "C" + i);
            values.put("CustomerCompanyName", LAST.get(i % LAST.size()) + " & Söhne " + i);
            values.put("CustomerCompanyCity", TOWNS.get(i % TOWNS.size()));
            values.put("CustomerCompanyComment", i % 3 == 0 ? "Makes things of tin." : "");
            values.put("ValidID", "1");
            put(source, "C" + i, values);
        }
    }

    static void put(MemorySource source, String id, Map<String, String> values) {
        Map<String, List<String>> record = new LinkedHashMap<>();
        values.forEach((variable, value) -> record.put(variable, new ArrayList<>(List.of(value))));
        record.remove(Fields.PASSWORD);
        source.put(id, record);
    }

    /** Groups, and who may do what in them. */
    static void fillAccess(Screens screens) {
        screens.store.rules = new AccessRules(
                true,
                List.of("ro", "move_into", "rw"),
                List.of(Context.SAME_CUSTOMER, Context.OTHER_CUSTOMERS),
                Set.of("Everybody"),
                Set.of("Everybody"));
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("Everybody", "What concerns all customers: announcements and appointments.");
        groups.put("Hotline", "Calls that come in by phone.");
        groups.put("O'Brien & Ünal <workshop>", "Repairs that ${nobody} else does.");
        groups.put("Returns", "");
        groups.put("Spare parts", "Orders, deliveries and questions about spare parts for lathes and mills.");
        groups.put("カスタマー", "Customers in Japan.");
        Holder anna = new Holder.CustomerUser("anna0001");
        groups.forEach((name, comment) -> {
            long id = screens.groups.add(name, comment).id();
            screens.permissions.give(new Holder.Customer("C1"), id, id % 2 == 0 ? "ro" : "rw");
            if (id % 3 == 2) {
                screens.permissions.give(anna, id, id == 2 ? "rw" : "ro");
            }
        });
        screens.store.put(
                new Holder.Customer("C1"),
                5,
                Set.of(Permission.of("ro"), new Permission(Context.OTHER_CUSTOMERS, "ro")));
        screens.permissions.give(new Holder.Customer("C7"), 5, "rw");
        screens.assignments.assign("anna0001", "C3");
        screens.assignments.assign("anna0001", "C12");
    }
}
