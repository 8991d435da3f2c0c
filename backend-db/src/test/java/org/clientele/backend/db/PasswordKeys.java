package org.clientele.backend.db;

import static org.clientele.backend.db.KeyCase.ABSENT;

import java.util.List;
import org.clientele.Finding;

/** Keys about passwords. */
final class PasswordKeys {
    private static final List<String> NOTHING = List.of();

    static final List<KeyCase> CASES = List.of(
            KeyCase.of("passwordFormat", PasswordKeys::oddities)
                    .answers(ABSENT, NOTHING)
                    .answers("argon2id", NOTHING)
                    .answers("plain", List.of("passwordFormat")),
            KeyCase.of("passwordUpgrade", PasswordKeys::oddities)
                    .answers(ABSENT, NOTHING)
                    .answers("1", NOTHING)
                    .answers("maybe", List.of("passwordUpgrade")));

    private PasswordKeys() {}

    private static Object oddities(Configured configured) {
        return configured.source().source().condition().findings().stream()
                .map(Finding::key)
                .toList();
    }
}
