package org.clientele.testkit;

import java.util.Map;
import java.util.Optional;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.Deadline;
import org.jspecify.annotations.Nullable;

/** The contract of signing in kept in memory. */
class AuthenticatingMemorySource extends MemorySource implements AuthenticatingSource {
    private final Map<String, String> passwords;

    AuthenticatingMemorySource(MemoryTable table, Map<String, String> passwords) {
        super(table, Map.of());
        this.passwords = passwords;
    }

    @Override
    public boolean authenticate(String id, Password password, Deadline deadline) throws SourceUnavailableException {
        check(deadline);
        Optional<MemoryTable.Row> row = row(id);
        return row.isPresent()
                && isWelcome(row.get())
                && isRight(passwords.get(row.get().login()), password.clear());
    }

    Optional<MemoryTable.Row> row(String id) {
        return table().select(row -> row.login().equals(id)).stream().findFirst();
    }

    boolean isWelcome(MemoryTable.Row row) {
        return row.validity() == Validity.VALID;
    }

    boolean isRight(@Nullable String stored, String typed) {
        return typed.equals(stored);
    }
}
