package org.clientele.internal;

import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Resolves placeholders such as {@code $[secret:name]} in what is not saved, by the same plug-ins that ConfigAdmin asks before it
 * delivers a saved configuration.
 */
@Component(service = Placeholders.class)
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\[(env|prop|secret):[^\\]]*\\]");

    /** No default, which may be a secret itself. */
    private static final Pattern MERE_NAME = Pattern.compile("\\$\\[(env|prop|secret):[^;\\[\\]$]*\\]");

    /** Keys of values that are nobody's business, whether they stand in the configuration or are resolved. */
    private static final Pattern SECRET_KEY = Pattern.compile("(?i).*(password|passphrase|pw|secret|token)");

    /** By them plug-ins know whose configuration it is. */
    private static final Set<String> PIDS = Set.of("service.pid", "service.factoryPid");

    private final Map<ConfigurationPlugin, Map<String, ?>> plugins = new ConcurrentHashMap<>();

    /**
     * A configuration as its back end would get it.
     *
     * @param properties with resolved values
     * @param unresolved the placeholders that are left, by key
     * @param secrets values that must not be shown
     */
    record Resolved(Map<String, Object> properties, Map<String, String> unresolved, Set<String> secrets) {
        @Override
        public String toString() {
            return "Resolved" + properties.keySet();
        }
    }

    /** Whether the value of a key is nobody's business. */
    static boolean isSecret(String key) {
        return SECRET_KEY.matcher(key).matches();
    }

    /** Whether a value is a placeholder and nothing else, and tells nothing but a name. */
    static boolean isMereName(String value) {
        return MERE_NAME.matcher(value.strip()).matches();
    }

    /** Whether plug-ins may take a value for a placeholder, of whatever kind. */
    static boolean isIn(String value) {
        return value.contains("$[");
    }

    /** The same of any of these values. */
    static boolean isIn(Map<String, Object> properties) {
        return properties.values().stream().anyMatch(value -> isIn(text(value)));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindPlugin",
            updated = "bindPlugin")
    public void bindPlugin(ConfigurationPlugin plugin, Map<String, ?> properties) {
        plugins.put(plugin, properties);
    }

    public void unbindPlugin(ConfigurationPlugin plugin) {
        plugins.remove(plugin);
    }

    /** @param receiver the service on whose behalf plug-ins are asked */
    Resolved resolve(Map<String, Object> raw, String factoryPid, ServiceReference<?> receiver) {
        Dictionary<String, Object> values = new Hashtable<>(raw);
        List<ConfigurationPlugin> asked = plugins.entrySet().stream()
                .filter(plugin -> wants(plugin.getValue(), factoryPid))
                .sorted(Comparator.comparing(plugin -> ranking(plugin.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        asked.forEach(plugin -> plugin.modifyConfiguration(receiver, values));
        Map<String, Object> properties = new HashMap<>();
        Collections.list(values.keys()).forEach(key -> properties.put(key, values.get(key)));
        return new Resolved(properties, unresolved(raw, properties), secrets(raw, properties));
    }

    /**
     * A configuration of which only some values are resolved, which are stored; the others were typed. A stored secret is not
     * hidden where it was typed too: that would tell that the guess was right.
     *
     * @param stored the keys of what is resolved
     */
    Resolved resolve(Map<String, Object> raw, Set<String> stored, String factoryPid, ServiceReference<?> receiver) {
        Map<String, Object> taken = new HashMap<>(raw);
        taken.keySet().removeIf(key -> !stored.contains(key) && !PIDS.contains(key));
        Resolved resolved = resolve(taken, factoryPid, receiver);
        Map<String, Object> typed = new HashMap<>(raw);
        typed.keySet().removeAll(stored);
        Set<String> secrets = new HashSet<>(resolved.secrets());
        secrets.removeIf(
                secret -> typed.values().stream().anyMatch(value -> text(value).contains(secret)));
        secrets.addAll(secrets(typed, typed));
        Map<String, Object> properties = new HashMap<>(typed);
        stored.forEach(key -> properties.put(key, resolved.properties().get(key)));
        return new Resolved(properties, resolved.unresolved(), secrets);
    }

    /** A value that only looks like a placeholder once it is resolved is a value. */
    private static Map<String, String> unresolved(Map<String, Object> raw, Map<String, Object> resolved) {
        Map<String, String> left = new TreeMap<>();
        raw.forEach((key, value) -> {
            Matcher placeholder = PLACEHOLDER.matcher(text(value));
            if (text(value).equals(text(resolved.get(key))) && placeholder.find()) {
                left.put(key, placeholder.group());
            }
        });
        return left;
    }

    private static Set<String> secrets(Map<String, Object> raw, Map<String, Object> resolved) {
        return resolved.entrySet().stream()
                .filter(entry -> isSecret(entry.getKey())
                        || text(raw.get(entry.getKey())).contains("$[secret:"))
                .flatMap(entry -> entry.getValue() instanceof String[] several
                        ? Stream.of(several)
                        : Stream.of(text(entry.getValue())))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }

    static String text(@Nullable Object value) {
        return value instanceof String[] several ? String.join(", ", several) : String.valueOf(value);
    }

    private static boolean wants(Map<String, ?> plugin, String factoryPid) {
        Object target = plugin.get(ConfigurationPlugin.CM_TARGET);
        return target == null
                || (target instanceof String[] pids ? List.of(pids) : List.of(target)).contains(factoryPid);
    }

    private static int ranking(Map<String, ?> plugin) {
        return plugin.get(ConfigurationPlugin.CM_RANKING) instanceof Integer number ? number : 0;
    }
}
