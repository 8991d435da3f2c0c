package org.clientele.backend.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** A service registry in memory: as much of a framework as a source needs. */
final class TestServices implements InvocationHandler {
    private final List<Entry> services = new CopyOnWriteArrayList<>();
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    record Entry(Object service, Dictionary<String, Object> properties, ServiceReference<?> reference) {}

    private record Listening(ServiceListener listener, String filter) {}

    BundleContext context() {
        return proxy(BundleContext.class, this);
    }

    Entry register(Class<?> type, Object service, Map<String, ?> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        all.put("objectClass", new String[] {type.getName()});
        return register(service, all);
    }

    void unregister(Entry entry) {
        services.remove(entry);
        tell(ServiceEvent.UNREGISTERING, entry);
    }

    <T> List<T> services(Class<T> type) {
        return services.stream()
                .map(Entry::service)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<Entry> entries() {
        return services;
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "createFilter" -> FrameworkUtil.createFilter((String) args[0]);
            case "addServiceListener" -> listeners.add(new Listening((ServiceListener) args[0], (String) args[1]));
            case "removeServiceListener" -> listeners.removeIf(l -> l.listener() == args[0]);
            case "getServiceReferences" -> references((String) args[1]);
            case "getService" ->
                services.stream()
                        .filter(e -> e.reference() == args[0])
                        .map(Entry::service)
                        .findFirst()
                        .orElse(null);
            case "ungetService" -> true;
            case "registerService" -> registration(args);
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private ServiceRegistration<?> registration(Object[] args) {
        @SuppressWarnings("unchecked")
        Dictionary<String, Object> properties = (Dictionary<String, Object>) args[2];
        properties.put("objectClass", new String[] {(String) args[0]});
        Entry entry = register(args[1], properties);
        return proxy(ServiceRegistration.class, (proxy, method, arguments) -> {
            unregister(entry);
            return null;
        });
    }

    private Entry register(Object service, Dictionary<String, Object> properties) {
        ServiceReference<?> reference =
                proxy(ServiceReference.class, (proxy, method, args) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(args[0]);
                    case "getPropertyKeys" ->
                        Collections.list(properties.keys()).toArray(String[]::new);
                    case "compareTo" -> 0;
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> method.getName();
                });
        Entry entry = new Entry(service, properties, reference);
        services.add(entry);
        tell(ServiceEvent.REGISTERED, entry);
        return entry;
    }

    private void tell(int type, Entry entry) {
        for (Listening listening : listeners) {
            if (matches(listening.filter(), entry)) {
                listening.listener().serviceChanged(new ServiceEvent(type, entry.reference()));
            }
        }
    }

    private ServiceReference<?>[] references(String filter) {
        return services.stream()
                .filter(e -> matches(filter, e))
                .map(Entry::reference)
                .toArray(ServiceReference[]::new);
    }

    private static boolean matches(String filter, Entry entry) {
        try {
            return FrameworkUtil.createFilter(filter).match(entry.properties());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(Arrays.toString(new String[] {filter}), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(TestServices.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
