package org.clientele.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.clientele.Validity;
import org.clientele.field.Fields;

/**
 * A customer user to put into a storage before a test.
 *
 * @param login never empty
 * @param email never empty, no two people of one test have the same
 * @param customerId never empty
 * @param firstName perhaps empty: then the storage has no value, or an empty one, as it likes
 * @param lastName never empty
 * @param validity to be stored as the storage can
 * @param number a whole number of at most 32 bits, perhaps empty; to be stored if the map has a row {@link #NUMBER} of the
 *     type {@code int}
 */
public record TestPerson(
        String login,
        String email,
        String customerId,
        String firstName,
        String lastName,
        Validity validity,
        String number) {
    public static final String FIRST_NAME = "UserFirstname";
    public static final String LAST_NAME = "UserLastname";
    public static final String NUMBER = "UserNumber";

    /** A valid person of whom only the login matters. */
    public static TestPerson of(String login) {
        UUID unique = UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8));
        return new TestPerson(login, unique + "@example.com", "example", "First", "Last", Validity.VALID, "");
    }

    public TestPerson withEmail(String value) {
        return new TestPerson(login, value, customerId, firstName, lastName, validity, number);
    }

    public TestPerson withCustomerId(String value) {
        return new TestPerson(login, email, value, firstName, lastName, validity, number);
    }

    public TestPerson withName(String first, String last) {
        return new TestPerson(login, email, customerId, first, last, validity, number);
    }

    public TestPerson withValidity(Validity value) {
        return new TestPerson(login, email, customerId, firstName, lastName, value, number);
    }

    public TestPerson withNumber(String value) {
        return new TestPerson(login, email, customerId, firstName, lastName, validity, value);
    }

    /** The values by variable; an empty one is the empty text, an empty number is missing. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Fields.LOGIN, login);
        fields.put(Fields.EMAIL, email);
        fields.put(Fields.CUSTOMER, customerId);
        fields.put(FIRST_NAME, firstName);
        fields.put(LAST_NAME, lastName);
        if (!number.isEmpty()) {
            fields.put(NUMBER, number);
        }
        return fields;
    }
}
