package org.clientele;

/** A value that must be unique is in use already. */
public final class AlreadyExistsException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    private final String variable;

    /**
     * @param variable the field whose value is in use, for example {@code UserEmail}
     * @param message a sentence for people
     */
    public AlreadyExistsException(String variable, String message) {
        super(message);
        this.variable = variable;
    }

    /** The field whose value is in use. */
    public String variable() {
        return variable;
    }
}
