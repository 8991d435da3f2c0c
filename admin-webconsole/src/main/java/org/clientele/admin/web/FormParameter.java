package org.clientele.admin.web;

/**
 * What forms send besides the fields. A field is sent under its variable, which is a word of letters, digits and underscores, so
 * a name with a hyphen is never the name of a field.
 */
public final class FormParameter {
    /** The proof that the form came from our own page. */
    public static final String TOKEN = "form-token";
    /** The version of the record that the form is based on. */
    public static final String VERSION = "form-version";
    /** The slot of the source whose map makes the form. */
    public static final String SOURCE = "form-source";
    /** The id of the record; addresses that people see name it by {@link Kind#idParameter()}. */
    public static final String ID = "form-id";
    /** The slot of the source to which the form shall be changed. */
    public static final String OTHER_SOURCE = "form-other-source";
    /** Sent by the button that changes the form to another source. */
    public static final String SWITCH = "form-switch";
    /** Sent by the button that leads back to the overview. */
    public static final String FINISH = "form-finish";
    /** Starts the name of the digest of the value that a field had when the form was opened. */
    public static final String WAS = "was-";
    /** Starts the names of the parameters of the list that an administrator came from. */
    public static final String LIST = "list-";

    private FormParameter() {}
}
