package org.clientele.conflict;

import java.util.List;
import java.util.Optional;

/** What does not fit together. */
public enum ConflictKind {
    /** A rename of a customer user or a customer was left unfinished. */
    UNFINISHED_RENAME("unfinished-rename"),
    /** A source tells another identity for a login than before. */
    SUSPENDED_REFERENCE("suspended-reference"),
    /** A login is in several sources: only the record of the first one counts. */
    SHADOWED_LOGIN("shadowed-login"),
    /** Customer users of different sources have the same e-mail address. */
    SHARED_EMAIL("shared-email");

    private final String key;

    ConflictKind(String key) {
        this.key = key;
    }

    /** The word by which files, screens and JSON name this kind, for example {@code shadowed-login}. */
    public String key() {
        return key;
    }

    /** The kind that has a key. */
    public static Optional<ConflictKind> of(String key) {
        return List.of(values()).stream().filter(kind -> kind.key.equals(key)).findFirst();
    }
}
