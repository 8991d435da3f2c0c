package org.clientele.transfer;

import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.Password;

/**
 * What became of a row.
 *
 * @param outcome what was done, or in a dry run would be
 * @param login whom it is about, empty where that is not known
 * @param cause why it was not done, empty if it was
 * @param password the password that was generated for a new customer user
 */
public record RowResult(
        Outcome outcome, String login, Optional<DirectoryException> cause, Optional<Password> password) {

    /** What can become of a row. */
    public enum Outcome {
        /** A customer user was added. */
        ADDED,
        /** A customer user was changed. */
        CHANGED,
        /** The customer user is as the row says already. */
        UNCHANGED,
        /** A rule, or the storage, refuses the row. */
        REFUSED,
        /** The answer of the source was lost: it may have been written or not. The import ends here. */
        UNCERTAIN,
        /** A source or the store could not be asked; nothing was written. The import ends here. */
        STOPPED;

        /** Whether no further row is tried. */
        public boolean ends() {
            return this == UNCERTAIN || this == STOPPED;
        }
    }

    static RowResult done(Outcome outcome, String login) {
        return new RowResult(outcome, login, Optional.empty(), Optional.empty());
    }

    static RowResult failed(Outcome outcome, String login, DirectoryException cause) {
        return new RowResult(outcome, login, Optional.of(cause), Optional.empty());
    }
}
