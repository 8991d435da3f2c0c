package org.clientele.shell;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;

/** Sessions in which somebody types these lines. */
final class Sessions {
    private Sessions() {}

    static Session of(String user, String... typed) {
        Deque<String> lines = new LinkedList<>(List.of(typed));
        return session((proxy, method, arguments) -> switch (method.getName()) {
            case "get" -> arguments[0].equals("USER") ? user : null;
            case "readLine" -> lines.poll();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** A session such as Karaf makes for a command that comes without a terminal. */
    static Session withoutTerminal() {
        return session((proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Session session(InvocationHandler calls) {
        return (Session) Proxy.newProxyInstance(Sessions.class.getClassLoader(), new Class<?>[] {Session.class}, calls);
    }
}
