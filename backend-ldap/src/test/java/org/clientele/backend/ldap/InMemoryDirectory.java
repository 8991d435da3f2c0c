package org.clientele.backend.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** UnboundID's server inside this process, reached over TCP. */
final class InMemoryDirectory implements TestDirectory {
    private final InMemoryDirectoryServer server;
    private final AtomicInteger limit = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicReference<Filter> lastFilter = new AtomicReference<>();
    private int port;

    InMemoryDirectory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(ADMIN, ADMIN_PASSWORD);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
        config.setSchema(null);
        config.setMaxSizeLimit(0);
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
                binds.incrementAndGet();
            }

            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
                searches.incrementAndGet();
                lastFilter.set(request.getRequest().getFilter());
                SearchRequest limited = request.getRequest().duplicate();
                int asked = limited.getSizeLimit();
                limited.setSizeLimit(limit.get() == 0 || asked > 0 && asked < limit.get() ? asked : limit.get());
                request.setRequest(limited);
            }
        });
        this.server = new InMemoryDirectoryServer(config);
        load(List.of());
        start();
    }

    /** How often the server was asked so far. */
    int searches() {
        return searches.get();
    }

    /** How often anybody tried to sign in so far. */
    int binds() {
        return binds.get();
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
