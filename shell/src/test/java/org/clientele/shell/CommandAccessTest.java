package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

class CommandAccessTest {
    private final Map<String, Dictionary<String, Object>> stored = new HashMap<>();
    private final ConfigurationAdmin configurations = proxy(ConfigurationAdmin.class, (proxy, method, arguments) -> {
        return switch (method.getName()) {
            case "listConfigurations" ->
                stored.containsKey(CommandAccess.AS_READ)
                        ? new Configuration[] {configuration(CommandAccess.AS_READ)}
                        : null;
            case "getConfiguration" -> configuration((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    });

    @Test
    void rulesThatAreThereCountFromTheStart() {
        file("add", "admin");
        new CommandAccess(configurations);
        assertThat(stored.get(CommandAccess.AS_LOOKED_FOR)).isEqualTo(new Hashtable<>(Map.of("add", "admin")));
    }

    @Test
    void aChangedFileCountsAtOnce() {
        CommandAccess access = new CommandAccess(configurations);
        assertThat(stored).doesNotContainKey(CommandAccess.AS_LOOKED_FOR);
        file("add", "manager");
        access.configurationEvent(event(ConfigurationEvent.CM_UPDATED, CommandAccess.AS_READ));
        assertThat(stored.get(CommandAccess.AS_LOOKED_FOR)).isEqualTo(new Hashtable<>(Map.of("add", "manager")));
    }

    @Test
    void aDeletedFileOpensNothing() {
        file("add", "admin");
        CommandAccess access = new CommandAccess(configurations);
        stored.remove(CommandAccess.AS_READ);
        access.configurationEvent(event(ConfigurationEvent.CM_DELETED, CommandAccess.AS_READ));
        assertThat(stored.get(CommandAccess.AS_LOOKED_FOR)).isEqualTo(new Hashtable<>(Map.of("add", "admin")));
    }

    private void file(String command, String roles) {
        stored.put(
                CommandAccess.AS_READ,
                new Hashtable<>(Map.of(
                        command,
                        roles,
                        "service.pid",
                        CommandAccess.AS_READ,
                        "felix.fileinstall.filename",
                        "file:/x")));
    }

    @SuppressWarnings("unchecked")
    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperties" -> stored.get(pid);
            case "updateIfDifferent" -> stored.put(pid, (Dictionary<String, Object>) arguments[0]) == null;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    @SuppressWarnings("unchecked")
    private static ConfigurationEvent event(int type, String pid) {
        ServiceReference<ConfigurationAdmin> reference =
                proxy(ServiceReference.class, (proxy, method, arguments) -> null);
        return new ConfigurationEvent(reference, type, null, pid);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(CommandAccessTest.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
