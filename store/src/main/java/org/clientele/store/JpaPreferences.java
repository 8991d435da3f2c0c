package org.clientele.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.TextPattern;
import org.clientele.spi.store.Preferences;

/** Preferences in {@code customer_user_preference}. */
final class JpaPreferences implements Preferences {

    private final StoreCalls calls;

    JpaPreferences(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, String> of(long reference) throws StoreUnavailableException {
        List<StoredPreference> found = calls.read(entities -> entities.createQuery(
                        "select p from StoredPreference p where p.reference = :reference order by p.key",
                        StoredPreference.class)
                .setParameter("reference", reference)
                .getResultList());
        Map<String, String> values = new LinkedHashMap<>();
        found.forEach(preference -> values.put(preference.key(), preference.value()));
        return values;
    }

    @Override
    public boolean set(long reference, String key, String value, int most) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<StoredPreference> known = known(reference, key, entities);
            if (known.isEmpty() && isFull(reference, most, entities)) {
                return false;
            }
            StoredPreference preference = known.orElseGet(() -> new StoredPreference(reference, key));
            preference.set(value);
            entities.persist(preference);
            return true;
        });
    }

    @Override
    public boolean remove(long reference, String key) throws StoreUnavailableException {
        return calls.write(entities -> entities.createQuery(
                                "delete from StoredPreference p where p.reference = :reference and p.key = :key")
                        .setParameter("reference", reference)
                        .setParameter("key", key)
                        .executeUpdate())
                > 0;
    }

    @Override
    public List<Match> search(String key, Optional<TextPattern> value, int limit) throws StoreUnavailableException {
        return calls.read(entities -> search(key, value, limit, entities));
    }

    private static Optional<StoredPreference> known(long reference, String key, EntityManager entities) {
        return Optional.ofNullable(entities.find(StoredPreference.class, new StoredPreference.Key(reference, key)));
    }

    /** Counts while nobody else adds one: the person's reference is locked. */
    private static boolean isFull(long reference, int most, EntityManager entities) {
        OwnerReferences.locked(reference, entities);
        return entities.createQuery(
                                "select count(p) from StoredPreference p where p.reference = :reference", Long.class)
                        .setParameter("reference", reference)
                        .getSingleResult()
                >= most;
    }

    private static List<Match> search(String key, Optional<TextPattern> value, int limit, EntityManager entities) {
        String matching = value.isPresent() ? " and p.valueKey like :value escape '!'" : "";
        TypedQuery<Object[]> query = entities.createQuery(
                        "select r, p.value from StoredPreference p, OwnerReference r where r.id = p.reference"
                                + " and p.key = :key and r.activeKey is not null" + matching + " order by r.activeKey",
                        Object[].class)
                .setParameter("key", key)
                .setMaxResults(limit);
        value.ifPresent(pattern -> query.setParameter("value", pattern.render(JpaPreferences::literal, "%")));
        return query.getResultList().stream()
                .map(row -> new Match(((OwnerReference) row[0]).owner(), (String) row[1]))
                .toList();
    }

    private static String literal(String text) {
        return OrderKey.of(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
