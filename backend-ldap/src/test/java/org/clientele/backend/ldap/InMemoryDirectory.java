package org.clientele.backend.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** UnboundID's server inside this process, reached over TCP. */
final class InMemoryDirectory implements TestDirectory {
    private final InMemoryDirectoryServer server;
    private final AtomicInteger limit = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicReference<Filter> lastFilter = new AtomicReference<>();
    private int port;

    InMemoryDirectory() throws Exception {
        this(Optional.empty());
    }

    /** @param rules what it does in the way of Active Directory */
    InMemoryDirectory(ActiveDirectoryRules rules) throws Exception {
        this(Optional.of(rules));
    }

    private InMemoryDirectory(Optional<ActiveDirectoryRules> rules) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(ADMIN, ADMIN_PASSWORD);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
        config.setSchema(null);
        config.setMaxSizeLimit(0);
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
                searches.incrementAndGet();
                lastFilter.set(request.getRequest().getFilter());
                SearchRequest limited = request.getRequest().duplicate();
                limited.setSizeLimit(limit.get());
                request.setRequest(limited);
            }
        });
        rules.ifPresent(config::addInMemoryOperationInterceptor);
        this.server = new InMemoryDirectoryServer(config);
        rules.ifPresent(one -> one.bind(server));
        load(List.of());
        start();
    }

    /** How often the server was asked so far. */
    int searches() {
        return searches.get();
    }

    /** What the server was asked last. */
    Filter lastFilter() {
        return lastFilter.get();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws LDAPException {
        server.startListening("test");
        port = server.getListenPort("test");
    }

    @Override
    public void stop() {
        server.shutDown("test", true);
    }

    @Override
    public void limit(int entries) {
        limit.set(entries);
    }

    @Override
    public void load(List<Entry> entries) throws Exception {
        server.clear();
        server.add(new Entry("dn: " + BASE, "objectClass: dcObject", "objectClass: organization", "o: Example"));
        for (Entry entry : entries) {
            server.add(entry);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
