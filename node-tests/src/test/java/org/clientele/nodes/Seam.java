package org.clientele.nodes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.WritableSource;
import org.clientele.spi.store.CustomerRenames;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.Preferences;
import org.clientele.spi.store.Renames;
import org.clientele.spi.store.Reservations;
import org.clientele.spi.store.StoredAudit;
import org.clientele.spi.store.Tokens;

/** Where a test gets between two steps: it is told of every call to the store and to the sources of a node. */
final class Seam {
    private final Map<String, Action> before = new ConcurrentHashMap<>();
    private final Map<String, Action> after = new ConcurrentHashMap<>();
    private String singly = "";

    /** What happens at a call; a failure takes the place of its result. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** @param call the method's name, for example {@code begin} */
    Seam before(String call, Action action) {
        before.put(call, action);
        return this;
    }

    Seam after(String call, Action action) {
        after.put(call, action);
        return this;
    }

    /** Has the source of a slot move customer users one by one; before it is bound. */
    Seam singly(String slot) {
        singly = slot;
        return this;
    }

    void clear() {
        before.clear();
        after.clear();
    }

    DirectoryStore around(DirectoryStore store) {
        return Services.proxy(DirectoryStore.class, (proxy, method, args) -> {
            Object result = call(store, method, args);
            return Stream.of(
                            Reservations.class,
                            Renames.class,
                            CustomerRenames.class,
                            Preferences.class,
                            Tokens.class,
                            KeptPersons.class,
                            StoredAudit.class)
                    .filter(method.getReturnType()::equals)
                    .<Object>map(part -> around(part, result))
                    .findFirst()
                    .orElse(result);
        });
    }

    /** Its calls are known by their names, and by the slot before them: {@code CustomerUser.find}. */
    CustomerUserSource around(String slot, CustomerUserSource source) {
        List<Class<?>> types =
                new ArrayList<>(List.of(CustomerUserSource.class, WritableSource.class, RenamingSource.class));
        if (source instanceof CustomerMovingSource && !slot.equals(singly)) {
            types.add(CustomerMovingSource.class);
        }
        if (source instanceof AuthenticatingSource) {
            types.add(AuthenticatingSource.class);
        }
        return (CustomerUserSource) around(slot, source, types);
    }

    CustomerSource around(String slot, CustomerSource source) {
        return (CustomerSource)
                around(slot, source, List.of(CustomerSource.class, WritableSource.class, RenamingSource.class));
    }

    private Object around(String slot, Object source, List<Class<?>> types) {
        return Proxy.newProxyInstance(
                Seam.class.getClassLoader(), types.toArray(Class<?>[]::new), (proxy, method, args) -> {
                    run(before, slot + "." + method.getName());
                    Object result = call(source, method, args);
                    run(after, slot + "." + method.getName());
                    return result;
                });
    }

    private Object around(Class<?> type, Object target) {
        return Services.proxy(type, (proxy, method, args) -> call(target, method, args));
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("equals")) {
            return target == args[0];
        }
        run(before, method.getName());
        try {
            Object result = method.invoke(target, args);
            run(after, method.getName());
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void run(Map<String, Action> actions, String call) throws Exception {
        Action action = actions.get(call);
        if (action != null) {
            action.run();
        }
    }
}
