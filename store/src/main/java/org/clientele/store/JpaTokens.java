package org.clientele.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Tokens;

/** Tokens in {@code customer_user_token}. */
final class JpaTokens implements Tokens {

    private final StoreCalls calls;

    JpaTokens(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public void put(long reference, String purpose, Stored token) throws StoreUnavailableException {
        calls.write(entities -> {
            StoredToken row = row(reference, purpose, entities).orElseGet(() -> new StoredToken(reference, purpose));
            row.set(token);
            entities.persist(row);
            return true;
        });
    }

    @Override
    public Optional<Stored> get(long reference, String purpose) throws StoreUnavailableException {
        return calls.read(entities -> row(reference, purpose, entities).map(StoredToken::stored));
    }

    @Override
    public boolean use(long reference, String purpose, Stored token) throws StoreUnavailableException {
        return calls.write(entities -> entities.createQuery("delete from StoredToken t where t.reference = :reference"
                                + " and t.purpose = :purpose and t.hash = :hash")
                        .setParameter("reference", reference)
                        .setParameter("purpose", purpose)
                        .setParameter("hash", token.hash())
                        .executeUpdate())
                == 1;
    }

    @Override
    public void sweep(Instant now) throws StoreUnavailableException {
        calls.write(entities -> entities.createQuery("delete from StoredToken t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate());
    }

    private static Optional<StoredToken> row(long reference, String purpose, EntityManager entities) {
        return Optional.ofNullable(entities.find(StoredToken.class, new StoredToken.Key(reference, purpose)));
    }
}
