package org.clientele;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one value. The message is English; whoever speaks another language words kind and arguments.
 *
 * @param kind which rule refuses the value
 * @param arguments what the rule says about this value, as {@link Kind} lists it, as text without format
 * @param message a sentence for people, with the label of the field
 */
public record Fault(Kind kind, List<String> arguments, String message) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** The rules that refuse values. A further rule is a further constant. */
    public enum Kind {
        /** A required value is empty. */
        REQUIRED,
        /** The value contains a character that nobody sees. */
        INVISIBLE_CHARACTER,
        /** The value has a letter of whose lower case storages have different ideas. */
        AMBIGUOUS_CASE,
        /** The value has more characters than fit: how many it has, how many fit. */
        TOO_LONG,
        /** The value is none of the allowed ones: their labels, separated by commas. */
        NOT_ALLOWED,
        /** The value is no whole number between two bounds: the least, the most. */
        NOT_A_NUMBER,
        /** The value is no e-mail address. */
        NOT_AN_EMAIL,
        /** There is no such customer: the customer ID. */
        NO_CUSTOMER,
        /** The field is set once and never changed. */
        READ_ONLY,
        /** The value names the record and cannot be changed. */
        FIXED,
        /** Another field has the same storage, and that one is written: its variable, its label. */
        WRITTEN_ELSEWHERE,
        /** The map of the source has no such field: the source. */
        UNKNOWN_FIELD,
        /** A password was given as if it were a field. */
        PASSWORD_AS_FIELD,
        /** The source keeps no passwords. */
        NO_PASSWORDS,
        /** The storage refuses the value, and says no more about it. */
        NOT_STORABLE,
        /** There is no such source: its name. */
        NO_SOURCE,
        /** The number of rows is out of bounds: the most. */
        BAD_LIMIT,
        /** The cursor is none that the directory gave. */
        BAD_CURSOR,
        /** The search has too many characters: how many it has, how many are allowed. */
        LONG_SEARCH,
        /** The search has too many words: how many it has, how many are allowed. */
        WORDY_SEARCH,
        /** There are as many groups as there can be: the most. */
        TOO_MANY_GROUPS,
        /** There is no such group: its number. */
        NO_GROUP,
        /** Too many changes at once: the most. */
        TOO_MANY_CHANGES,
        /** There is no such type of permissions: the type, the configured ones separated by commas. */
        NO_PERMISSION_TYPE,
        /** Permissions of persons have no such context: the context. */
        CONTEXT_OF_CUSTOMERS,
        /** The context is not configured: the context. */
        CONTEXT_OFF,
        /** A password is too long, or has characters that cannot be typed. */
        BAD_PASSWORD,
        /** Another row of the same file has the value: the number of the row. */
        REPEATED,
        /** A row of a file has more cells than its heading: how many the heading has. */
        SURPLUS_CELLS,
        /** Two columns of a file are for one field. */
        TWO_COLUMNS,
        /** No column of a file is for the login, and the source makes none. */
        NO_LOGIN_COLUMN,
        /** Something that only the source knows, in the words of the source. */
        OTHER;

        /** The word by which files of words name this kind, for example {@code too-long}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A fault of a kind with its message and arguments. */
    public static Fault of(Kind kind, String message, Object... arguments) {
        return new Fault(kind, Arrays.stream(arguments).map(String::valueOf).toList(), message);
    }

    /** A fault that only the source can word. */
    public static Fault other(String message) {
        return new Fault(Kind.OTHER, List.of(), message);
    }

    /** That the storage of a field refuses its value. */
    public static Fault notStorable(String label) {
        return of(Kind.NOT_STORABLE, label + " cannot be stored as it is.");
    }

    /** That there is no source of that name. */
    public static Fault noSource(String slot) {
        return of(Kind.NO_SOURCE, "There is no source \"" + slot + "\".", slot);
    }
}
