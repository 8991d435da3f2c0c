package org.clientele;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.field.Field;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Settings of customer users, such as their language: texts by key, kept in the directory's store whatever source the customer
 * user comes from. They are never mixed with the fields of a record. They belong to the person: a login in another case is the
 * same person, a renamed customer user keeps them, and whoever gets the login of somebody else does not get them. An OSGi
 * service; any thread may call.
 *
 * <p>All methods throw {@link NotFoundException} if there is no such customer user, {@link SourceUnavailableException} if it is
 * not certain who owns the login, {@link SuspendedException} if the login belongs to another person than before, and
 * {@link StoreUnavailableException}.
 */
@ProviderType
public interface CustomerUserPreferences {

    /** The most characters of a key. */
    int LONGEST_KEY = 150;

    /** The most characters of a value. */
    int LONGEST_VALUE = 2000;

    /** The most keys of a person. */
    int MOST_KEYS = 200;

    /** The most customer users that a search answers. */
    int MOST_MATCHES = 1000;

    /**
     * The preferences that administrators set, as configured: the key as variable, label, allowed values, most characters. Calls
     * no source.
     */
    List<Field> administered();

    /**
     * Refuses what {@link #administer} refuses because of keys and values. Calls no source.
     *
     * @throws InvalidInputException as {@link #administer} does
     */
    void check(Map<String, String> values) throws InvalidInputException;

    /**
     * Sets preferences as an administrator does. If one is not acceptable none is set; if the store goes away in between, some may
     * be set.
     *
     * @param values the value by key; an empty one removes the key
     * @param actor who does it
     * @throws InvalidInputException by key, if it is not among {@link #administered} or its value is not acceptable
     * @throws ReadOnlyException if the source of the customer user keeps preferences from administrators
     */
    void administer(String login, Map<String, String> values, Actor actor) throws DirectoryException;

    /** All values by key, in the order of the keys; whether or not the customer user is valid. */
    Map<String, String> get(String login) throws DirectoryException;

    /**
     * Sets a value, in place of the one before.
     *
     * @param key compared exactly: 1 to {@value #LONGEST_KEY} characters without control characters. No field of the record, as
     *     {@code UserEmail}, and nothing else that a record is told by, as {@code CreateTime}
     * @param value up to {@value #LONGEST_VALUE} characters, perhaps empty
     * @throws InvalidInputException if {@code key} or {@code value} are not acceptable, or the customer user has
     *     {@value #MOST_KEYS} keys already
     */
    void set(String login, String key, String value, Actor actor) throws DirectoryException;

    /** As {@link #set(String, String, String, Actor)}, for a program that does not say who it is. */
    default void set(String login, String key, String value) throws DirectoryException {
        set(login, key, value, Actor.program(""));
    }

    /**
     * Removes a key.
     *
     * @return whether there was one
     */
    boolean remove(String login, String key, Actor actor) throws DirectoryException;

    /** As {@link #remove(String, String, Actor)}, for a program that does not say who it is. */
    default boolean remove(String login, String key) throws DirectoryException {
        return remove(login, key, Actor.program(""));
    }

    /**
     * The customer users that have a key and perhaps a certain value, valid or not.
     *
     * @param value compared as a whole and without regard to case, {@code *} stands for any text; empty for any value
     * @return at most {@value #MOST_MATCHES} customer users
     * @throws InvalidInputException if {@code key} or {@code value} are not acceptable
     */
    PreferenceMatches search(String key, Optional<String> value) throws DirectoryException;
}
