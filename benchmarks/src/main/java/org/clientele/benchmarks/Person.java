package org.clientele.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up customer user, a pure function of its number.
 *
 * @param login unique: initials, the last name and the number, so that the order is neither that of numbers nor of names
 * @param customer one of {@link #CUSTOMERS}; a third of the people is in the first hundredth of them
 * @param validity 95 % valid, 4 % invalid, 1 % invalid-temporarily
 */
record Person(
        String login, String firstName, String lastName, String email, String customer, String phone, int validity) {
    static final int CUSTOMERS = 20_000;

    static Person number(long row) {
        Chance chance = new Chance(row);
        String first = Names.first(chance);
        String last = Names.last(chance);
        char initial = (char) ('a' + chance.below(26, 11));
        String login = (first.substring(0, 1) + initial + "." + last + row).toLowerCase(Locale.ROOT);
        int customer = chance.fraction(6) < 1 / 3.0 ? chance.below(CUSTOMERS / 100, 7) : chance.below(CUSTOMERS, 8);
        int dice = chance.below(100, 9);
        return new Person(
                login,
                first,
                last,
                "user" + row + "@" + customerId(customer) + ".example.com",
                customerId(customer),
                "+49 30 " + (1_000_000 + chance.below(9_000_000, 10)),
                dice < 95 ? 1 : dice < 99 ? 2 : 3);
    }

    static String customerId(int customer) {
        return String.format(Locale.ROOT, "c%05d", customer);
    }

    /** What a caller of {@code add} gives. */
    Map<String, String> fields() {
        return Map.of(
                "UserLogin", login,
                "UserFirstname", firstName,
                "UserLastname", lastName,
                "UserEmail", email,
                "UserCustomerID", customer,
                "UserPhone", phone,
                "UserStreet", "Musterstraße 12",
                "UserZip", "10115",
                "UserCity", "Berlin",
                "UserCountry", "Germany");
    }

    /** A row for {@code COPY} into {@link Rows#COLUMNS}. */
    String copied() {
        return String.join(
                        "\t",
                        List.of(
                                login,
                                email,
                                customer,
                                "$argon2id$v=19$m=16384,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "x".repeat(43),
                                firstName,
                                lastName,
                                phone,
                                "Musterstraße 12",
                                "10115",
                                "Berlin",
                                "Germany",
                                Integer.toString(validity),
                                "2025-01-01 00:00:00",
                                "load",
                                "2025-01-01 00:00:00",
                                "load"))
                + "\n";
    }
}
