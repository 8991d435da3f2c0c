package org.clientele.nodes;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.apache.directory.api.ldap.codec.api.LdapApiServiceFactory;
import org.apache.directory.api.ldap.codec.osgi.DefaultLdapCodecService;
import org.apache.directory.api.ldap.codec.protocol.mina.LdapProtocolCodecFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A directory server in this process, empty at the start of each test. It gives each entry an {@code entryUUID} of its own. */
final class LdapServer implements BeforeEachCallback, AfterEachCallback {
    static final String BASE = "dc=example,dc=org";

    private final InMemoryDirectoryServer server;

    /** @param interceptors what sees each request before it is answered */
    LdapServer(InMemoryOperationInterceptor... interceptors) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
            for (InMemoryOperationInterceptor interceptor : interceptors) {
                config.addInMemoryOperationInterceptor(interceptor);
            }
            server = new InMemoryDirectoryServer(config);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        startLibrary();
        server.startListening();
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.shutDown(true);
    }

    /** What the bundle activators of the library do in a framework. */
    private static void startLibrary() {
        if (!LdapApiServiceFactory.isInitialized()) {
            DefaultLdapCodecService service = new DefaultLdapCodecService();
            LdapApiServiceFactory.initialize(service);
            service.setProtocolCodecFactory(new LdapProtocolCodecFactory());
        }
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    /** The configuration of a source over the whole of it. */
    Map<String, String> source(String slot, Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of(
                "service.pid",
                "org.clientele.backend.ldap~" + slot,
                "host",
                "ldap://127.0.0.1:" + server.getListenPort(),
                "baseDn",
                BASE,
                "scope",
                "sub",
                "answerTimeLimit",
                "20"));
        all.putAll(keys);
        return all;
    }
}
