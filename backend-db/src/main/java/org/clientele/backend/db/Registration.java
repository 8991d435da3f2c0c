package org.clientele.backend.db;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/**
 * The registered source. Not left to Declarative Services: those publish every configuration value as a service property,
 * the password among them, and lists of services print such properties.
 */
final class Registration implements AutoCloseable {
    static final String ECLIPSELINK = "(javax.persistence.provider=org.eclipse.persistence.jpa.PersistenceProvider)";

    private static final List<String> PUBLISHED =
            List.of(Constants.SERVICE_PID, "service.factoryPid", "component.name", "component.id");

    private final TableSource source;
    private final ServiceRegistration<?> registration;

    <S> Registration(BundleContext context, Class<S> type, TableSource source, Map<String, Object> properties) {
        this.source = source;
        this.registration = context.registerService(type.getName(), source, published(source, properties));
    }

    @Override
    public void close() {
        registration.unregister();
        source.close();
    }

    private static Dictionary<String, Object> published(TableSource source, Map<String, Object> properties) {
        Dictionary<String, Object> published = new Hashtable<>();
        PUBLISHED.forEach(key -> {
            Object value = properties.get(key);
            if (value != null) {
                published.put(key, value);
            }
        });
        published.put("slot", source.description().slot());
        return published;
    }
}
