package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.directory.api.ldap.extras.extended.startTls.StartTlsRequestImpl;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.exception.LdapOtherException;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.BindResponse;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.apache.directory.ldap.client.api.exception.LdapConnectionTimeOutException;
import org.apache.directory.ldap.client.api.future.BindFuture;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteToClosedSessionException;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;

/**
 * A connection that connects and binds once and never again. The library's own connection silently reconnects before a search,
 * as nobody; what an anonymous caller may not see would then look as if it did not exist.
 */
final class BoundConnection extends LdapNetworkConnection {
    private static final long TURN_MILLIS = 100;

    private final Server server;
    private final ValueCharset charset;
    private final Handshake handshake;
    private volatile Optional<Throwable> broken = Optional.empty();
    private volatile Optional<IoSession> channel = Optional.empty();
    private volatile Optional<ExternalBind> external = Optional.empty();
    private volatile Identity identity = new Identity.Anonymous();
    private boolean opened;

    /**
     * @param config of that server
     * @param tls what its TLS is made with; empty for a server that is reached in clear text
     * @param charset of its values, for which the configuration was prepared
     * @param threads where it sends and receives
     */
    BoundConnection(
            Server server,
            LdapConnectionConfig config,
            Optional<SSLContext> tls,
            ValueCharset charset,
            IoThreads threads) {
        super(config);
        this.server = server;
        this.charset = charset;
        this.handshake = new Handshake(server, tls);
        setConnector(threads.connector(this, getCodecService()));
    }

    ValueCharset charset() {
        return charset;
    }

    Server server() {
        return server;
    }

    /** What the server demands where it refuses us. */
    Demand demand() {
        return new Demand(server.encryption(), identity);
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
    void signIn(Identity wanted, boolean proven) throws LdapException {
        identity = wanted;
        boolean done = false;
        try {
            if (wanted instanceof Identity.Simple simple) {
                requireSuccess("of userDn", result(request(simple)));
            } else if (wanted instanceof Identity.External) {
                requireSuccess("with the certificate of keyStore", external());
            } else if (proven) {
                requireService(result(new BindRequestImpl()));
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
        channel = Optional.of(session);
        handshake.connected(session);
    }

    @Override
    public void messageReceived(IoSession session, Object message) throws Exception {
        boolean ours = external.filter(bind -> bind.takes(message)).isPresent();
        if (!ours && handshake.admits(session, message)) {
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
        if (handshake.failed(cause)
                || cause instanceof SSLException
                || cause instanceof WriteToClosedSessionException) {
            session.closeNow();
        } else {
            super.exceptionCaught(session, cause);
        }
    }

    @Override
    public void sessionClosed(IoSession session) throws Exception {
        handshake.closed();
        // written so that it loads no class where there is none: this bundle may be on its way out
        if (external.isPresent()) {
            external.get().closed();
        }
        super.sessionClosed(session);
    }

    private static BindRequest request(Identity.Simple identity) {
        BindRequest request = new BindRequestImpl();
        request.setName(identity.dn());
        request.setCredentials(identity.password());
        return request;
    }

    private LdapResult external() throws LdapException {
        ExternalBind bind = new ExternalBind(messageId.incrementAndGet());
        external = Optional.of(bind);
        channel.orElseThrow().write(IoBuffer.wrap(bind.request()));
        if (!isConnected()) {
            throw hungUp();
        }
        try {
            return bind.await(getConfig().getTimeout());
        } catch (InvalidConnectionException e) {
            throw hungUp();
        }
    }

    /**
     * Binds, waiting in short turns: a connection that was lost at the wrong moment is not told to those who wait. A server
     * that hangs up instead of answering has its reason, such as a client certificate that it misses.
     */
    private LdapResult result(BindRequest request) throws LdapException {
        Deadline end = Deadline.in(Duration.ofMillis(getConfig().getTimeout()));
        try {
            BindFuture answer = bindAsync(request);
            BindResponse response = null;
            while (response == null && isConnected() && !end.passed()) {
                response = answer.get(Math.min(TURN_MILLIS, end.remainingMillis()), TimeUnit.MILLISECONDS);
            }
            if (!isConnected()) {
                throw hungUp();
            }
            if (response == null) {
                throw new LdapConnectionTimeOutException("no answer to the sign-in");
            }
            return response.getLdapResult();
        } catch (InvalidConnectionException e) {
            throw hungUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapOtherException("interrupted", e);
        }
    }

    private LdapException hungUp() {
        Optional<Throwable> alert = broken.filter(SSLException.class::isInstance);
        if (alert.isPresent()) {
            return TlsException.of(alert.get());
        }
        return new InvalidConnectionException(
                server.encryption() == Encryption.NONE
                        ? "The server closed the connection"
                        : "The server closed the connection after the TLS handshake; if it wants a client certificate that"
                                + " it trusts, see keyStore");
    }

    private void requireSuccess(String who, LdapResult result) throws RefusedBindException {
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            ResultCodeEnum code = result.getResultCode();
            throw new RefusedBindException(
                    server + " refused the sign-in " + who + ": " + code.getMessage() + demand().of(code), code);
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
