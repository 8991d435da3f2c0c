package org.clientele.privacy;

import java.util.Locale;

/**
 * What stands in the way of anonymising somebody.
 *
 * @param kind what it is
 * @param subject the source or the field that is meant, empty for neither; of {@link Kind#REFUSED_VALUE} the message of the rule
 * @param message a sentence for people; whoever speaks another language words kind and subject
 */
public record Obstacle(Kind kind, String subject, String message) {

    /** Obstacles. A further one is a further constant. */
    public enum Kind {
        /** The source of the record takes no changes: the source. */
        READ_ONLY_SOURCE(false),
        /** A source has another record with the login, which is its own person once the login is free: the source. */
        SHADOWED(false),
        /** As {@link #SHADOWED}, and the source takes no changes: the source. */
        SHADOWED_READ_ONLY(false),
        /** Whether a source has another record with the login is not known, for it cannot be asked: the source. */
        SOURCE_AWAY(false),
        /** The field is set once and never changed, so it is not wiped: its label. */
        FIXED_FIELD(false),
        /** The map of the source has no validity, so the record stays valid. */
        NO_VALIDITY(false),
        /** The person was disabled here, and stays so: the id of the source. */
        DISABLED_HERE(false),
        /** Who had the login in another source was disabled here, and stays so by the login: the id of the source. */
        FORMER_DISABLED_HERE(false),
        /** The login cannot be changed. */
        FIXED_LOGIN(false),
        /** It is not clear who the login stands for. */
        SUSPENDED(true),
        /** A rule of the source refuses a neutral value: what the rule says. */
        REFUSED_VALUE(true);

        private final boolean blocks;

        Kind(boolean blocks) {
            this.blocks = blocks;
        }

        /** Whether nothing at all is anonymised before it is out of the way. */
        public boolean blocks() {
            return blocks;
        }

        /** The word by which files of words and JSON name this kind, for example {@code fixed-login}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
