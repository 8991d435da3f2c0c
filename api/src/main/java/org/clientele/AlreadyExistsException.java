package org.clientele;

/** A value that must be unique is in use already, or is being written by somebody else at this moment. */
public final class AlreadyExistsException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    private final String variable;
    private final boolean momentary;

    /**
     * A value that is in use.
     *
     * @param variable the field whose value is in use, for example {@code UserEmail}
     * @param message a sentence for people
     */
    public AlreadyExistsException(String variable, String message) {
        this(variable, message, false);
    }

    /**
     * A value that is in use, or may be soon.
     *
     * @param variable the field whose value is in use, for example {@code UserEmail}
     * @param message a sentence for people
     * @param momentary see {@link #momentary}
     */
    public AlreadyExistsException(String variable, String message, boolean momentary) {
        super(message);
        this.variable = variable;
        this.momentary = momentary;
    }

    /** The field whose value is in use. */
    public String variable() {
        return variable;
    }

    /** Whether somebody else is writing the value at this moment, so that it may be free again in a few seconds. */
    public boolean momentary() {
        return momentary;
    }
}
