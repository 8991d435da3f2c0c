package org.clientele.backend.db;

import static org.awaitility.Awaitility.await;
import static org.clientele.backend.db.KeyCase.ABSENT;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.withPassword;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** Keys about passwords; {@link PasswordKeysTest} has the rest of their story. */
final class PasswordKeys {
    private static final String HASH = "select pw from customer_user";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    static final List<KeyCase> CASES = List.of(
            KeyCase.of("passwordFormat", PasswordKeys::stored)
                    .answers(ABSENT, PasswordFormat.ARGON2ID)
                    .answers("bcrypt", PasswordFormat.BCRYPT)
                    .answers("sha2", PasswordFormat.SHA2),
            KeyCase.of("passwordUpgrade", PasswordKeys::storedAfterSignIn)
                    .answers(ABSENT, PasswordFormat.ARGON2ID)
                    .answers("0", PasswordFormat.SHA2));

    private PasswordKeys() {}

    private static PasswordFormat stored(Configured configured) throws Exception {
        configured.source().writable().add(withPassword(person("jdoe"), "someカス"), soon());
        return format(configured.database());
    }

    /** An upgrade comes a moment after the sign-in; that none comes is seen by waiting. */
    private static PasswordFormat storedAfterSignIn(Configured configured) throws Exception {
        try (TestSource old = TestSource.customerUsers(configured.database(), Map.of("passwordFormat", "sha2"))) {
            old.writable().add(withPassword(person("jdoe"), "secret"), soon());
        }
        if (!configured.source().authenticates("jdoe", "secret")) {
            throw new IllegalStateException("The password is refused");
        }
        try {
            await().atMost(LONG_ENOUGH).until(() -> format(configured.database()) != PasswordFormat.SHA2);
        } catch (ConditionTimeoutException e) {
            return format(configured.database());
        }
        return format(configured.database());
    }

    private static PasswordFormat format(TestDatabase database) {
        return PasswordFormat.of(database.query(HASH)).orElseThrow();
    }
}
