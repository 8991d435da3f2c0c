package org.clientele.admin.list;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.clientele.admin.web.ShortMemory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What administrators did to the validity of several records of late, so that the list can tell it and take it back. */
@Component(service = ValidityChanges.class, immediate = true)
public final class ValidityChanges {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final ShortMemory<ValidityResult> changes = new ShortMemory<>(LIFE, Clock.systemUTC());

    @Activate
    public ValidityChanges() {}

    /** @return the key to find it by */
    String keep(String administrator, ValidityResult result) {
        String key = UUID.randomUUID().toString();
        changes.keep(administrator, key, result);
        return key;
    }

    Optional<ValidityResult> find(String administrator, String key) {
        return changes.find(administrator, key);
    }

    void forget(String administrator, String key) {
        changes.take(administrator, key);
    }
}
