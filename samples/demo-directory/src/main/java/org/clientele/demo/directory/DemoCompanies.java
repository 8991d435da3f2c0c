package org.clientele.demo.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.Validity;
import org.clientele.field.Fields;

/** Sixty customers, the same ones every time. */
final class DemoCompanies {
    static final int COUNT = 60;
    private static final int SEED = 60;
    private static final int ONE_IN_INVALID = 15;

    private static final List<String> WORDS = List.of(
            "Northwind",
            "Alpine",
            "Harbour",
            "Lindner",
            "Ósk",
            "Sakura",
            "Baltic",
            "Meridian",
            "Kestrel",
            "Bergmann",
            "Ünal",
            "Iberia",
            "Cedar",
            "Polar",
            "Rhein",
            "Vistula",
            "Atlas",
            "Juniper",
            "Silva",
            "Marlow");
    private static final List<String> TRADES = List.of(
            "Logistics",
            "Foods",
            "Instruments",
            "Textiles",
            "Energy",
            "Software",
            "Clinics",
            "Tools",
            "Travel",
            "Print");
    private static final List<String> FORMS =
            List.of("GmbH", "Ltd", "S.A.", "AG", "B.V.", "AB", "S.p.A.", "Inc.", "K.K.");
    private static final List<Place> PLACES = List.of(
            new Place("Hauptstraße", "10115", "Berlin", "Germany"),
            new Place("Rue de la République", "69002", "Lyon", "France"),
            new Place("Calle Mayor", "28013", "Madrid", "Spain"),
            new Place("Market Street", "M1 1PN", "Manchester", "United Kingdom"),
            new Place("Ulica Długa", "31-146", "Kraków", "Poland"),
            new Place("Storgatan", "211 42", "Malmö", "Sweden"),
            new Place("Via Garibaldi", "16124", "Genova", "Italy"),
            new Place("İstiklal Caddesi", "34433", "İstanbul", "Türkiye"),
            new Place("Keizersgracht", "1015 CJ", "Amsterdam", "Netherlands"),
            new Place("銀座", "104-0061", "東京", "Japan"));
    private static final List<String> COMMENTS = List.of(
            "Support contract until the end of next year.",
            "Calls before nine, please.",
            "Invoices go to the head office.",
            "Migrating to the new platform; expect questions.",
            "");

    private DemoCompanies() {}

    /** Where a company is. */
    record Place(String street, String zip, String city, String country) {}

    /** The customer IDs, in order. */
    static List<String> ids() {
        return all().stream().map(fields -> fields.get(Fields.CUSTOMER_ID)).toList();
    }

    /** One map of variables per customer. */
    static List<Map<String, String>> all() {
        Random random = new Random(SEED);
        List<Map<String, String>> companies = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            companies.add(company(i, random));
        }
        return companies;
    }

    private static Map<String, String> company(int number, Random random) {
        String word = WORDS.get(number % WORDS.size());
        String trade = TRADES.get((number / WORDS.size() * 3 + number) % TRADES.size());
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        String id = (Names.plain(word) + "-" + trade).toUpperCase(Locale.ROOT);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Fields.CUSTOMER_ID, id);
        fields.put(Fields.CUSTOMER_NAME, word + " " + trade + " " + FORMS.get(random.nextInt(FORMS.size())));
        fields.put("CustomerCompanyStreet", place.street() + " " + (1 + random.nextInt(200)));
        fields.put("CustomerCompanyZIP", place.zip());
        fields.put("CustomerCompanyCity", place.city());
        fields.put("CustomerCompanyCountry", place.country());
        fields.put("CustomerCompanyURL", "https://" + id.toLowerCase(Locale.ROOT) + ".example/");
        fields.put(Fields.CUSTOMER_COMMENT, COMMENTS.get(random.nextInt(COMMENTS.size())));
        boolean invalid = number % ONE_IN_INVALID == ONE_IN_INVALID - 1;
        fields.put(Fields.VALIDITY, Integer.toString((invalid ? Validity.INVALID : Validity.VALID).id()));
        return fields;
    }
}
