package org.clientele.backend.db;

import java.util.Optional;
import org.clientele.spi.Settings;

/**
 * How a source keeps passwords.
 *
 * @param format how new ones are stored; stored ones are checked whatever their format
 * @param upgrade whether a sign-in stores a password in that format if this is better than what is stored
 */
record PasswordSettings(PasswordFormat format, boolean upgrade) {
    /** What holds where no key says anything else, and for tables without passwords. */
    static final PasswordSettings NONE = new PasswordSettings(PasswordFormat.ARGON2ID, false);

    private static final String FORMAT = "passwordFormat";
    private static final String UPGRADE = "passwordUpgrade";
    private static final String IN_CLEAR = "plain";

    /** @param readOnly whether nothing at all is written to the table */
    static PasswordSettings read(Settings settings, DatabaseAccess access, boolean readOnly) {
        PasswordFormat format = format(settings);
        Optional<Boolean> named = settings.optionalFlag(UPGRADE);
        boolean useful = !format.isWeak() && !readOnly;
        if (named.orElse(false) && !useful) {
            settings.warning(
                    UPGRADE,
                    readOnly
                            ? "has no effect, because readOnly is on: nothing is written"
                            : "has no effect, because " + format.key() + " is no better than what is stored; write "
                                    + FORMAT + " = " + PasswordFormat.ARGON2ID.key() + " to upgrade");
        }
        return new PasswordSettings(format, named.orElse(access.isDefault()) && useful);
    }

    private static PasswordFormat format(Settings settings) {
        if (settings.optional(FORMAT).filter(IN_CLEAR::equals).isPresent()) {
            settings.error(
                    FORMAT,
                    "is plain, and passwords in clear are neither stored nor accepted; hash what the table has"
                            + " (docs/otrs.md has the statements) and write " + PasswordFormat.ARGON2ID.key()
                            + ", or sha2 where OTRS reads the table too");
            return NONE.format();
        }
        PasswordFormat format = settings.choice(FORMAT, NONE.format());
        if (format.isWeak()) {
            settings.warning(
                    FORMAT,
                    "is " + format.key() + ", which " + format.weakness() + "; write " + PasswordFormat.ARGON2ID.key()
                            + " unless another system reads the passwords");
        }
        return format;
    }
}
