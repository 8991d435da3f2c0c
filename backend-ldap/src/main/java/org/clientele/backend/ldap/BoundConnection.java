package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.directory.api.ldap.extras.extended.startTls.StartTlsRequestImpl;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteToClosedSessionException;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/**
 * A connection that connects and binds once and never again. The library's own connection silently reconnects before a search,
 * as nobody; what an anonymous caller may not see would then look as if it did not exist.
 */
final class BoundConnection extends LdapNetworkConnection {
    private static final String EXTERNAL = "EXTERNAL";

    private final Server server;
    private final ValueCharset charset;
    private final Handshake handshake;
    private volatile Optional<Throwable> broken = Optional.empty();
    private boolean opened;

    /**
     * @param config of that server
     * @param tls what its TLS is made with; empty for a server that is reached in clear text
     * @param charset of its values, for which the configuration was prepared
     */
    BoundConnection(Server server, LdapConnectionConfig config, Optional<SSLContext> tls, ValueCharset charset) {
        super(config);
        this.server = server;
        this.charset = charset;
        this.handshake = new Handshake(server, tls);
    }

    ValueCharset charset() {
        return charset;
    }

    Server server() {
        return server;
    }

    /** Connects, in clear text or with TLS as the server wants it; leaves nothing open where that fails. */
    void open() throws LdapException {
        boolean done = false;
        try {
            connect();
            if (server.encryption() == Encryption.STARTTLS) {
                extendedAsync(new StartTlsRequestImpl());
            }
            handshake.await(getConfig().getTimeout());
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Binds; leaves nothing open where that fails.
     *
     * @param proven whether the server has to show that it answers even where nobody signs in
     */
    void signIn(Identity identity, boolean proven) throws LdapException {
        boolean done = false;
        try {
            if (identity instanceof Identity.Anonymous) {
                if (proven) {
                    requireService(result(new BindRequestImpl()));
                }
            } else {
                requireSuccess(identity, result(request(identity)));
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public boolean connect() throws LdapException {
        if (isConnected()) {
            return true;
        }
        if (opened) {
            throw new InvalidConnectionException("The connection is closed");
        }
        opened = true;
        return super.connect();
    }

    @Override
    public void sessionCreated(IoSession session) throws Exception {
        super.sessionCreated(session);
        handshake.connected(session);
    }

    @Override
    public void messageReceived(IoSession session, Object message) throws Exception {
        if (handshake.admits(session, message)) {
            super.messageReceived(session, message);
        }
    }

    /** The library's own method knows the library's own TLS alone. */
    @Override
    public void event(IoSession session, FilterEvent event) {
        if (event == SslEvent.SECURED) {
            handshake.secured();
        }
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) throws Exception {
        broken = broken.or(() -> Optional.of(cause));
        // what is wrong with TLS is told to the one who waits, and that its farewell comes too late is no wrong at all
        if (handshake.failed(cause) || cause instanceof SSLException || cause instanceof WriteToClosedSessionException) {
            session.closeNow();
        } else {
            super.exceptionCaught(session, cause);
        }
    }

    @Override
    public void sessionClosed(IoSession session) throws Exception {
        handshake.closed();
        super.sessionClosed(session);
    }

    private static BindRequest request(Identity identity) {
        BindRequest request = new BindRequestImpl();
        if (identity instanceof Identity.Simple simple) {
            request.setName(simple.dn());
            request.setCredentials(simple.password());
        } else {
            request.setSimple(false);
            request.setSaslMechanism(EXTERNAL);
        }
        return request;
    }

    /** A server that hangs up instead of answering has its reason, such as a client certificate that it misses. */
    private LdapResult result(BindRequest request) throws LdapException {
        LdapResult result = bind(request).getLdapResult();
        if (!isConnected()) {
            throw broken.filter(SSLException.class::isInstance)
                    .<LdapException>map(TlsException::of)
                    .orElseGet(() -> new InvalidConnectionException("The server closed the connection"));
        }
        return result;
    }

    private void requireSuccess(Identity identity, LdapResult result) throws RefusedBindException {
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            String who = identity instanceof Identity.Simple ? "of userDn" : "with the certificate of keyStore";
            ResultCodeEnum code = result.getResultCode();
            throw new RefusedBindException(server + " refused the sign-in " + who + ": " + code.getMessage(), code);
        }
    }

    /** Any other answer will do: a server may refuse to let nobody sign in and serve nobody nevertheless. */
    private void requireService(LdapResult result) throws LdapException {
        if (result.getResultCode() == ResultCodeEnum.BUSY || result.getResultCode() == ResultCodeEnum.UNAVAILABLE) {
            throw new LdapOperationException(
                    result.getResultCode(), result.getResultCode().getMessage());
        }
    }

    /** The server does not accept us. */
    static final class RefusedBindException extends LdapException {
        private static final long serialVersionUID = 1L;

        private final ResultCodeEnum code;

        RefusedBindException(String message, ResultCodeEnum code) {
            super(message);
            this.code = code;
        }

        /** The same while the password is not tried. */
        RefusedBindException restingFor(Duration time) {
            return new RefusedBindException(
                    getMessage() + "; not tried again for " + (time.toSeconds() + 1)
                            + " s, so that the account is not locked",
                    code);
        }

        /** Whether it is the password that was refused, and not the moment. */
        boolean isForGood() {
            return code == ResultCodeEnum.INVALID_CREDENTIALS;
        }
    }
}
