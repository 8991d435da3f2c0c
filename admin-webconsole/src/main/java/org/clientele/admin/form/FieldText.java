package org.clientele.admin.form;

/** How the fields of a record are called and their values read. */
public interface FieldText {

    /** The label of a field. */
    String label(String variable);

    /** A value in words. */
    String value(String variable, String value);
}
