package org.clientele.conflict;

import java.time.Instant;
import org.clientele.CustomerUser;

/** Something that does not fit together. */
public sealed interface Conflict {

    ConflictKind kind();

    /** A sentence for people: what can be done. */
    String advice();

    /**
     * A login in several sources.
     *
     * @param shadowed the record that is never listed and never signs in
     * @param owner the record of the first source that has the login
     */
    record ShadowedLogin(CustomerUser shadowed, CustomerUser owner) implements Conflict {
        @Override
        public ConflictKind kind() {
            return ConflictKind.SHADOWED_LOGIN;
        }

        @Override
        public String advice() {
            return "If both are one person, delete the record in one of the sources; if not, give one of them another login."
                    + " Until then only the record in " + owner.source() + " counts.";
        }
    }

    /**
     * An e-mail address in several sources.
     *
     * @param email as {@code later} has it
     * @param earlier the record of the earlier source
     * @param later the record of the later source
     */
    record SharedEmail(String email, CustomerUser earlier, CustomerUser later) implements Conflict {
        @Override
        public ConflictKind kind() {
            return ConflictKind.SHARED_EMAIL;
        }

        @Override
        public String advice() {
            return "Correct the address of one of them; if both are one person, disable one of the records.";
        }
    }

    /**
     * A login for which its source tells another identity than before. Permissions, preferences and assignments are withheld.
     *
     * @param user the record as it is now
     * @param remembered the identity to which everything was given
     * @param told the identity that the source tells now
     * @param confirmedAt when the former identity was last seen
     */
    record SuspendedReference(CustomerUser user, String remembered, String told, Instant confirmedAt)
            implements Conflict {
        @Override
        public ConflictKind kind() {
            return ConflictKind.SUSPENDED_REFERENCE;
        }

        @Override
        public String advice() {
            return "Decide whether this is the same person, who keeps permissions, preferences and assignments, or somebody"
                    + " else, who inherits nothing.";
        }
    }

    /**
     * A rename that was left unfinished.
     *
     * @param of of a customer user or a customer
     * @param id the login or customer ID before
     * @param newId the one that was wanted
     * @param sourceId the identity of the source
     * @param place where the record is now
     */
    record UnfinishedRename(Renamed of, String id, String newId, String sourceId, Place place) implements Conflict {

        /** Whose rename it is. */
        public enum Renamed {
            CUSTOMER_USER,
            CUSTOMER
        }

        /** What the source says. */
        public enum Place {
            /** It has the former one: the rename will be taken back. */
            FORMER,
            /** It has the new one: the rename will be finished. */
            NEW,
            /** It cannot be asked, or has both. */
            UNKNOWN
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.UNFINISHED_RENAME;
        }

        @Override
        public String advice() {
            return switch (place) {
                case FORMER ->
                    "Finish now: the source still has \"" + id + "\", so the rename is taken back; then try again.";
                case NEW -> "Finish now: the source has \"" + newId + "\", so the rest is done.";
                case UNKNOWN ->
                    "If the source is away, wait: it is finished by itself. If the source has both \"" + id
                            + "\" and \"" + newId + "\", delete one of the records there.";
            };
        }
    }
}
