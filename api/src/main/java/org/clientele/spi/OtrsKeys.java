package org.clientele.spi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to write instead of keys of an OTRS that have another name here, or none; docs/otrs.md has the same table. */
final class OtrsKeys {
    private static final String SESSION = "remove it; what the driver or its session needs goes into the URL of dsn";
    private static final String BOUND = "remove it; values are bound, so that nothing is quoted";
    private static final String IN_BRACES =
            "is in braces and is used as it stands; if the help desk obfuscated it, write the password itself,"
                    + " best as $[secret:name]";

    /** By name in lower case. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("key", "write customerKey"),
            Map.entry(
                    "module",
                    "remove it; the name of the file says which back end, for example org.clientele.backend.db-SLOT.cfg"),
            Map.entry("params", "write each of its keys by itself, for example table = customer_user"),
            Map.entry("attribute", SESSION),
            Map.entry("connect", SESSION),
            Map.entry("limit", "remove it; rows are limited in the manner of the database, which type may name"),
            Map.entry("directblob", "remove it; the driver knows how bytes are passed"),
            Map.entry("quotesingle", BOUND),
            Map.entry("quoteback", BOUND),
            Map.entry("encode", "remove it; the driver knows the character set of the database"),
            Map.entry(
                    "lcaselikeinlargetext", "remove it; whether case matters is searchCaseSensitive, for every column"),
            Map.entry("debug", "remove it; run log:set DEBUG org.clientele in the shell"),
            Map.entry(
                    "database",
                    "remove it; the database itself can log slow statements, and answerTimeLimit ends them"),
            Map.entry("deactivateforeignkeychecks", "remove it; foreign keys are always checked"));

    private OtrsKeys() {}

    /** What to do about a key that there is not; empty for one that an OTRS does not have either. */
    static Optional<String> advice(String key) {
        // a .cfg file ends Database::SlowLog at the colon
        String name = key.toLowerCase(Locale.ROOT).split("::?", 2)[0];
        return Optional.ofNullable(ADVICE.get(name));
    }

    /** What to do about a password in the shape that an OTRS obfuscates it to; empty for others. */
    static Optional<String> passwordAdvice(String password) {
        return password.matches("\\{.+}") ? Optional.of(IN_BRACES) : Optional.empty();
    }
}
