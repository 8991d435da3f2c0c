package org.clientele.admin.web;

import java.util.Optional;
import java.util.Set;

/**
 * What forms send besides the fields. A field is sent under its variable; one whose variable is a name of this class is sent under
 * {@link #ofField another one}.
 */
public final class FormParameter {
    /** The proof that the form came from our own page. */
    public static final String TOKEN = "token";
    /** The version of the record that the form is based on. */
    public static final String VERSION = "version";
    /** The slot of the source whose map makes the form. */
    public static final String SOURCE = "source";
    /** The id of the record; addresses that people see name it by {@link Kind#idParameter()}. */
    public static final String ID = "form-id";
    /** The slot of the source to which the form shall be changed. */
    public static final String OTHER_SOURCE = "form-other-source";
    /** Sent by the button that changes the form to another source. */
    public static final String SWITCH = "form-switch";
    /** Sent by the button that leads back to the overview. */
    public static final String FINISH = "saveAndFinish";
    /** Starts the name of the digest of the value that a field had when the form was opened. */
    public static final String WAS = "was-";
    /** Starts the name of the value itself that a field had then, as far as it is short. */
    public static final String BASE = "base-";
    /** Starts the name of what somebody typed into a field that somebody else changed, too. */
    public static final String MINE = "mine-";
    /** Starts the name of the digest of what the other one stored, as the page showed it. */
    public static final String SEEN = "seen-";
    /** Starts the name of the choice between the two. */
    public static final String CHOICE = "choice-";
    /** Names each field whose value has to be chosen. */
    public static final String DIFFERS = "form-differs";
    /** Sent by the button that saves what was chosen. */
    public static final String CHOSEN = "form-chosen";
    /** Starts the names of the parameters of the list that an administrator came from. */
    public static final String LIST = "list-";

    /** Sent by the button that leads to the record. */
    public static final String SAVE = "save";
    /** Starts the name of a field whose variable is taken. A variable has no hyphen. */
    private static final String FIELD = "field-";

    private static final Set<String> TAKEN = Set.of(TOKEN, VERSION, SOURCE, SAVE, FINISH);

    private FormParameter() {}

    /** The name under which a field is sent. */
    public static String ofField(String variable) {
        return TAKEN.contains(variable) ? FIELD + variable : variable;
    }

    /** The variable of the field that is sent under a name, empty for whatever else is sent. */
    public static Optional<String> variable(String name) {
        if (name.startsWith(FIELD)) {
            return Optional.of(name.substring(FIELD.length()));
        }
        return Optional.of(name).filter(other -> !TAKEN.contains(other) && !other.contains("-"));
    }
}
