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
 */
public record TestPerson(
        String login, String email, String customerId, String firstName, String lastName, Validity validity) {
    public static final String FIRST_NAME = "UserFirstname";
    public static final String LAST_NAME = "UserLastname";

    /** A valid person of whom only the login matters. */
    public static TestPerson of(String login) {
        UUID unique = UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8));
        return new TestPerson(login, unique + "@example.com", "example", "First", "Last", Validity.VALID);
    }

    public TestPerson withEmail(String value) {
        return new TestPerson(login, value, customerId, firstName, lastName, validity);
    }

    public TestPerson withCustomerId(String value) {
        return new TestPerson(login, email, value, firstName, lastName, validity);
    }

    public TestPerson withName(String first, String last) {
        return new TestPerson(login, email, customerId, first, last, validity);
    }

    public TestPerson withValidity(Validity value) {
        return new TestPerson(login, email, customerId, firstName, lastName, value);
    }

    /** The values by variable; an empty one is the empty text. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Fields.LOGIN, login);
        fields.put(Fields.EMAIL, email);
        fields.put(Fields.CUSTOMER, customerId);
        fields.put(FIRST_NAME, firstName);
        fields.put(LAST_NAME, lastName);
        return fields;
    }
}
