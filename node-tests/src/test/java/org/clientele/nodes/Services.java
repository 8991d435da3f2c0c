package org.clientele.nodes;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** As much of a framework as the parts of the directory need: services that come once, and configurations that stay. */
final class Services {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Dictionary<String, Object>> configurations = new CopyOnWriteArrayList<>();

    private record Entry(Object service, Dictionary<String, Object> properties, ServiceReference<?> reference) {}

    BundleContext context() {
        return proxy(BundleContext.class, (proxy, method, args) -> switch (method.getName()) {
            case "createFilter" -> FrameworkUtil.createFilter((String) args[0]);
            case "addServiceListener", "removeServiceListener" -> null;
            case "getServiceReferences" -> references((String) args[1]);
            case "getService" -> service(args[0]);
            case "ungetService" -> true;
            case "registerService" -> registration(args);
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    void register(Class<?> type, Object service, Map<String, ?> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        all.put("objectClass", new String[] {type.getName()});
        add(service, all);
    }

    void configure(Map<String, ?> properties) {
        configurations.add(new Hashtable<>(properties));
    }

    <T> List<T> all(Class<T> type) {
        return entries.stream()
                .map(Entry::service)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    ConfigurationAdmin configurationAdmin() {
        return proxy(ConfigurationAdmin.class, (proxy, method, args) -> {
            if (method.getName().equals("listConfigurations")) {
                return configurations.stream().map(Services::configuration).toArray(Configuration[]::new);
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Configuration configuration(Dictionary<String, Object> properties) {
        return proxy(Configuration.class, (proxy, method, args) -> switch (method.getName()) {
            case "getPid" -> properties.get("service.pid");
            case "getProperties" -> properties;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private ServiceRegistration<?> registration(Object[] args) {
        @SuppressWarnings("unchecked")
        Dictionary<String, Object> given = (Dictionary<String, Object>) args[2];
        Dictionary<String, Object> properties = given == null ? new Hashtable<>() : given;
        properties.put("objectClass", new String[] {args[0] instanceof Class<?> c ? c.getName() : (String) args[0]});
        Entry entry = add(args[1], properties);
        return proxy(ServiceRegistration.class, (proxy, method, arguments) -> {
            entries.remove(entry);
            return null;
        });
    }

    private Entry add(Object service, Dictionary<String, Object> properties) {
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
        entries.add(entry);
        return entry;
    }

    private Object service(Object reference) {
        return entries.stream()
                .filter(entry -> entry.reference() == reference)
                .map(Entry::service)
                .findFirst()
                .orElse(null);
    }

    private ServiceReference<?>[] references(String filter) throws InvalidSyntaxException {
        Filter wanted = FrameworkUtil.createFilter(filter);
        return entries.stream()
                .filter(entry -> wanted.match(entry.properties()))
                .map(Entry::reference)
                .toArray(ServiceReference[]::new);
    }

    @SuppressWarnings("unchecked")
    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(Services.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
