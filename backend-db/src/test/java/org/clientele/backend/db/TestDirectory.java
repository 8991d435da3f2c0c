package org.clientele.backend.db;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.clientele.CustomerUsers;
import org.clientele.customer.Customers;
import org.clientele.internal.CallThreads;
import org.clientele.internal.CustomerDirectory;
import org.clientele.internal.CustomerUserDirectory;
import org.clientele.internal.DirectorySettings;
import org.clientele.internal.Events;
import org.clientele.internal.Memory;
import org.clientele.internal.SlotConfigurations;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.event.EventAdmin;

/** The whole directory over sources on tables, wired as the framework would: what a key means to callers. */
final class TestDirectory implements AutoCloseable {
    private static final String PEOPLE = CustomerUserTable.PID + "~CustomerUser";
    private static final String COMPANY = CustomerTable.PID + "~CustomerCompany";

    private final CallThreads threads = new CallThreads();
    private final Memory memory = new Memory(threads);
    private final CustomerDirectory customers;
    private final CustomerUserDirectory customerUsers;

    /** @param sources of customer users, in the order of their slots, whose configurations are {@code configurations} */
    TestDirectory(List<CustomerUserSource> sources, List<Map<String, String>> configurations, CustomerSource company) {
        List<Configuration> all = new ArrayList<>(List.of(configuration(COMPANY, Map.of())));
        for (int i = 0; i < sources.size(); i++) {
            all.add(configuration(pid(i), configurations.get(i)));
        }
        SlotConfigurations slots = new SlotConfigurations(
                answering(ConfigurationAdmin.class, "listConfigurations", all.toArray(Configuration[]::new)));
        Events events = new Events(answering(EventAdmin.class, "none", Map.of()));
        DirectorySettings settings = new DirectorySettings(Map.of("linkAddress", "https://desk.example.com/otobo"));
        memory.bindStore(new TestStore());
        customers = new CustomerDirectory(slots, threads, memory, events, settings);
        customers.bindSource(company, Map.of("service.pid", COMPANY));
        customerUsers = new CustomerUserDirectory(slots, threads, memory, events, settings, customers);
        for (int i = 0; i < sources.size(); i++) {
            customerUsers.bindSource(sources.get(i), Map.of("service.pid", pid(i)));
        }
    }

    /** The PID of the configuration for the slot of that number. */
    static String pid(int number) {
        return number == 0 ? PEOPLE : PEOPLE + number;
    }

    CustomerUsers customerUsers() {
        return customerUsers;
    }

    Customers customers() {
        return customers;
    }

    @Override
    public void close() {
        customerUsers.deactivate();
        customers.deactivate();
        memory.deactivate();
        threads.close();
    }

    private static Configuration configuration(String pid, Map<String, String> keys) {
        Hashtable<String, Object> properties = new Hashtable<>(keys);
        properties.put("service.pid", pid);
        return (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> method.getName().equals("getPid") ? pid : properties);
    }

    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
    }
}
