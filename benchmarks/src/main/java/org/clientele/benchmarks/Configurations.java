package org.clientele.benchmarks;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** As much of ConfigurationAdmin as the directory asks for: the configurations of its sources, which stay. */
final class Configurations {
    private Configurations() {}

    static ConfigurationAdmin of(List<Map<String, Object>> configurations) {
        Configuration[] all =
                configurations.stream().map(Configurations::configuration).toArray(Configuration[]::new);
        return answering(ConfigurationAdmin.class, Map.of("listConfigurations", all));
    }

    private static Configuration configuration(Map<String, Object> properties) {
        return answering(
                Configuration.class,
                Map.of("getPid", properties.get("service.pid"), "getProperties", new Hashtable<>(properties)));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName());
                }));
    }
}
