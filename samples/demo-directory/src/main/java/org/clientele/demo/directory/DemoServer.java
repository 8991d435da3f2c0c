package org.clientele.demo.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.unboundidds.controls.IgnoreNoUserModificationRequestControl;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory server of the demo: on loopback only, in memory, full of invented people. */
@Component(service = DemoServer.class, immediate = true, configurationPid = "org.clientele.demo.directory")
public final class DemoServer {
    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    private static final String LISTENER = "demo";
    private static final int DEFAULT_PORT = 10_389;

    private final InMemoryDirectoryServer server;

    /** Starts the server; the key {@code port} is where it listens, 0 for any free port. */
    @Activate
    public DemoServer(Map<String, Object> properties) throws LDAPException, LDIFException {
        int port = Integer.parseInt(
                String.valueOf(properties.getOrDefault("port", DEFAULT_PORT)).strip());
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(DemoPeople.BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(LISTENER, InetAddress.getLoopbackAddress(), port, null));
        this.server = new InMemoryDirectoryServer(config);
        fill();
        server.startListening();
        LOG.info("Demo directory with {} people: ldap://127.0.0.1:{}/{}", DemoPeople.COUNT, port(), DemoPeople.BASE);
    }

    /** Where the server listens. */
    public int port() {
        return server.getListenPort(LISTENER);
    }

    @Deactivate
    void stop() {
        server.shutDown(true);
    }

    private void fill() throws LDAPException, LDIFException {
        server.add("dn: " + DemoPeople.BASE, "objectClass: top", "objectClass: domain", "dc: example");
        server.add("dn: " + DemoPeople.PEOPLE, "objectClass: top", "objectClass: organizationalUnit", "ou: people");
        for (Entry person : DemoPeople.all()) {
            AddRequest request = new AddRequest(person);
            request.addControl(new IgnoreNoUserModificationRequestControl());
            server.add(request);
        }
    }
}
