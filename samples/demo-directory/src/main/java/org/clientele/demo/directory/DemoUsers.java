package org.clientele.demo.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clientele.Validity;
import org.clientele.field.Fields;

/** Five hundred customer users for the database, the same ones every time. */
final class DemoUsers {
    static final int COUNT = 500;
    private static final int SEED = 500;
    private static final int ONE_IN_INVALID = 40;

    private static final List<String> TITLES = List.of("Mr.", "Mrs.", "Dr.", "Prof.", "");
    private static final List<String> COMMENTS =
            List.of("Prefers e-mail.", "Key user.", "On leave until spring.", "", "");

    private DemoUsers() {}

    /** One map of variables per customer user. */
    static List<Map<String, String>> all() {
        Random random = new Random(SEED);
        List<Map<String, String>> companies = DemoCompanies.all();
        List<Map<String, String>> users = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            users.add(user(i, companies.get(random.nextInt(companies.size())), random));
        }
        return users;
    }

    private static Map<String, String> user(int number, Map<String, String> company, Random random) {
        String first = Names.first(random);
        String last = Names.last(random);
        String login = Names.plain(first) + "." + Names.plain(last) + number;
        String host = company.getOrDefault("CustomerCompanyURL", "")
                .replace("https://", "")
                .replace("/", "");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("UserTitle", TITLES.get(random.nextInt(TITLES.size())));
        fields.put("UserFirstname", first);
        fields.put("UserLastname", last);
        fields.put(Fields.LOGIN, login);
        fields.put(Fields.EMAIL, login + "@" + host);
        fields.put(Fields.CUSTOMER, company.getOrDefault(Fields.CUSTOMER_ID, ""));
        fields.put("UserPhone", phone(random));
        fields.put("UserFax", random.nextInt(4) == 0 ? phone(random) : "");
        fields.put("UserMobile", random.nextInt(2) == 0 ? phone(random) : "");
        fields.put("UserStreet", company.getOrDefault("CustomerCompanyStreet", ""));
        fields.put("UserZip", company.getOrDefault("CustomerCompanyZIP", ""));
        fields.put("UserCity", company.getOrDefault("CustomerCompanyCity", ""));
        fields.put("UserCountry", company.getOrDefault("CustomerCompanyCountry", ""));
        fields.put(Fields.COMMENT, COMMENTS.get(random.nextInt(COMMENTS.size())));
        fields.put(Fields.VALIDITY, Integer.toString(validity(number).id()));
        return fields;
    }

    static String phone(Random random) {
        return "+" + (30 + random.nextInt(60)) + " " + (100 + random.nextInt(900)) + " "
                + (100_000 + random.nextInt(900_000));
    }

    private static Validity validity(int number) {
        return switch (number % ONE_IN_INVALID) {
            case ONE_IN_INVALID - 1 -> Validity.INVALID;
            case ONE_IN_INVALID / 2 -> Validity.INVALID_TEMPORARILY;
            default -> Validity.VALID;
        };
    }
}
