package org.clientele.backend.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.InMemorySASLBindHandler;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.testkit.server.TestCa;

/** UnboundID's server inside this process, reached over TCP. */
final class InMemoryDirectory implements TestDirectory {
    static final String NAME = "test";

    private final InMemoryDirectoryServer server;
    private final AtomicInteger limit = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger externals = new AtomicInteger();
    private final List<Entry> delivered = new CopyOnWriteArrayList<>();
    private volatile Optional<ResultCode> refusal = Optional.empty();
    private volatile Optional<ResultCode> signInRefusal = Optional.empty();
    private volatile Consumer<SearchRequest> watcher = request -> {};
    private Map<String, String> access = Map.of();
    private int port;

    InMemoryDirectory() throws Exception {
        this(plain(), Optional.empty());
    }

    /** @param listener how it is reached, with the name {@link #NAME} */
    InMemoryDirectory(InMemoryListenerConfig listener) throws Exception {
        this(listener, Optional.empty());
    }

    /** @param rules what it does in the way of Active Directory */
    InMemoryDirectory(ActiveDirectoryRules rules) throws Exception {
        this(plain(), Optional.of(rules));
    }

    private static InMemoryListenerConfig plain() throws LDAPException {
        return InMemoryListenerConfig.createLDAPConfig(NAME, InetAddress.getLoopbackAddress(), 0, null);
    }

    private InMemoryDirectory(InMemoryListenerConfig listener, Optional<ActiveDirectoryRules> rules) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(ADMIN, ADMIN_PASSWORD);
        config.setListenerConfigs(listener);
        config.addSASLBindHandler(new InMemorySASLBindHandler() {
            @Override
            public String getSASLMechanismName() {
                return "EXTERNAL";
            }

            @Override
            public BindResult processSASLBind(
                    InMemoryRequestHandler handler,
                    int messageId,
                    DN dn,
                    ASN1OctetString credentials,
                    List<Control> controls) {
                externals.incrementAndGet();
                return new BindResult(new LDAPResult(messageId, ResultCode.SUCCESS));
            }
        });
        config.setSchema(null);
        config.setMaxSizeLimit(0);
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
                binds.incrementAndGet();
                if (signInRefusal.isPresent()
                        && !request.getRequest().getBindDN().isEmpty()) {
                    throw new LDAPException(signInRefusal.get());
                }
            }

            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
                searches.incrementAndGet();
                if (refusal.isPresent()) {
                    throw new LDAPException(refusal.get());
                }
                watcher.accept(request.getRequest().duplicate());
                SearchRequest limited = request.getRequest().duplicate();
                int asked = limited.getSizeLimit();
                limited.setSizeLimit(limit.get() == 0 || asked > 0 && asked < limit.get() ? asked : limit.get());
                request.setRequest(limited);
            }

            @Override
            public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
                delivered.add(entry.getSearchEntry());
            }
        });
        rules.ifPresent(config::addInMemoryOperationInterceptor);
        this.server = new InMemoryDirectoryServer(config);
        rules.ifPresent(one -> one.bind(server));
        load(List.of());
        start();
    }

    /** With TLS from the first byte on, or after StartTLS. */
    static InMemoryDirectory withTls(Encryption encryption, SSLContext context, boolean clientCertificate)
            throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new InMemoryDirectory(
                encryption == Encryption.LDAPS
                        ? InMemoryListenerConfig.createLDAPSConfig(
                                NAME,
                                here,
                                0,
                                context.getServerSocketFactory(),
                                null,
                                clientCertificate,
                                clientCertificate)
                        : InMemoryListenerConfig.createLDAPConfig(
                                NAME, here, 0, context.getSocketFactory(), clientCertificate, clientCertificate));
    }

    /** The same with a certificate of a CA that is saved in a folder. */
    static InMemoryDirectory withTls(Encryption encryption, Path files) throws Exception {
        TestCa ca = new TestCa("CN=CA of O'Brien");
        InMemoryDirectory directory = withTls(encryption, ca.server(ca.issue("CN=server", "127.0.0.1")), false);
        directory.access = Map.of(
                "tls",
                encryption.name().toLowerCase(Locale.ROOT),
                "trustStore",
                ca.savePem(files.resolve("ca.pem")).toString());
        return directory;
    }

    @Override
    public Map<String, String> access() {
        return access;
    }

    /** How often somebody has tried to sign in with a password so far. */
    int binds() {
        return binds.get();
    }

    /** How often somebody has signed in with a client certificate so far. */
    int externals() {
        return externals.get();
    }

    /** How often the server was asked so far. */
    int searches() {
        return searches.get();
    }

    /** What the server has delivered so far. */
    List<Entry> delivered() {
        return List.copyOf(delivered);
    }

    /** Is told of each search before it is made. */
    void watch(Consumer<SearchRequest> newWatcher) {
        watcher = newWatcher;
    }

    /** Ends every search so from now on; empty for none. */
    void refuse(Optional<ResultCode> code) {
        refusal = code;
    }

    /** Ends every sign-in with a password so from now on; empty for none. */
    void refuseSignIns(Optional<ResultCode> code) {
        signInRefusal = code;
    }

    /** Removes an entry. */
    void remove(String dn) throws LDAPException {
        server.delete(dn);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws LDAPException {
        server.startListening(NAME);
        port = server.getListenPort(NAME);
    }

    @Override
    public void stop() {
        server.shutDown(NAME, true);
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
