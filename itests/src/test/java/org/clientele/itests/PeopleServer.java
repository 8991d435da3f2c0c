package org.clientele.itests;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory server on a port of its own; it keeps its people and its port while it is stopped. Nobody reads unnamed. */
final class PeopleServer implements AutoCloseable {
    static final String BASE = "dc=example,dc=org";
    static final String READER = "cn=reader," + BASE;

    private final InMemoryDirectoryServer server;
    private final int port;
    private final String password;

    /** @param password of {@link #READER} */
    PeopleServer(String password) throws LDAPException, IOException {
        this.password = password;
        this.port = freePort();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setAuthenticationRequiredOperationTypes(Set.of(OperationType.SEARCH));
        config.addAdditionalBindCredentials(READER, password);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("people", loopback, port, null));
        server = new InMemoryDirectoryServer(config);
        Entry base = new Entry(BASE);
        base.addAttribute("objectClass", "domain");
        base.addAttribute("dc", "example");
        server.add(base);
        start();
    }

    PeopleServer with(List<String> logins) throws LDAPException {
        for (String login : logins) {
            Entry entry = new Entry("cn=" + login.hashCode() + "," + BASE);
            entry.addAttribute("objectClass", "inetOrgPerson");
            entry.addAttribute("uid", login);
            entry.addAttribute("cn", "Directory " + login);
            entry.addAttribute("givenName", "Directory");
            entry.addAttribute("sn", "Person");
            entry.addAttribute("mail", Math.abs(login.hashCode()) + "@directory.example.org");
            server.add(entry);
        }
        return this;
    }

    /** The configuration of a source of these people, with further keys. */
    Map<String, String> configuration(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "baseDn",
                BASE,
                "scope",
                "sub",
                "userDn",
                READER,
                "userPw",
                password,
                "answerTimeLimit",
                "3"));
        properties.putAll(more);
        return properties;
    }

    void start() throws LDAPException {
        server.startListening();
    }

    void stop() {
        server.shutDown(true);
    }

    @Override
    public void close() {
        stop();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
