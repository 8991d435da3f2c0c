package org.clientele.backend.ldap;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.directory.api.asn1.ber.tlv.TLVStateEnum;
import org.apache.directory.api.ldap.codec.api.LdapDecoder;
import org.apache.directory.api.ldap.codec.api.LdapMessageContainer;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOtherException;
import org.apache.directory.api.ldap.model.message.ExtendedResponse;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.mina.core.session.IoSession;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/**
 * The way of one connection to TLS, once. Its I/O thread goes it, another thread waits for the end. The change to TLS is made
 * on the I/O thread, so that not a byte that comes behind the answer to StartTLS is taken for one that was protected.
 */
final class Handshake {
    private static final String FILTER = "tls";

    private final Server server;
    private final Optional<SSLContext> context;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private boolean begun;

    /** @param context empty for a server that is reached in clear text */
    Handshake(Server server, Optional<SSLContext> context) {
        this.server = server;
        this.context = context;
        if (context.isEmpty()) {
            done.complete(true);
        }
    }

    /** The I/O thread says that the other side is there. */
    void connected(IoSession session) {
        if (server.encryption() == Encryption.LDAPS) {
            begin(session);
        }
    }

    /**
     * The I/O thread asks whether a message is for the library. Not the answer to StartTLS: the library reads it only where
     * further bundles are there. All others have to come through TLS.
     */
    boolean admits(IoSession session, Object message) {
        if (done.isDone()) {
            return true;
        }
        if (begun || !(message instanceof ExtendedResponse answer) || !isLast(session)) {
            failed(new SSLException("the server sent something in clear text where TLS had to begin"));
            session.closeNow();
        } else if (answer.getLdapResult().getResultCode() == ResultCodeEnum.SUCCESS) {
            begin(session);
        } else {
            failed(TlsException.refused(answer.getLdapResult()));
        }
        return false;
    }

    /** The I/O thread says that TLS is up. */
    void secured() {
        done.complete(true);
    }

    /** The I/O thread says what went wrong; false if TLS was up before. */
    boolean failed(Throwable failure) {
        boolean hungUp = failure instanceof IOException && !(failure instanceof SSLException);
        return done.completeExceptionally(hungUp ? new EOFException(whyHungUp()) : failure)
                || done.isCompletedExceptionally();
    }

    /** The I/O thread says that the connection is gone. */
    void closed() {
        failed(new EOFException());
    }

    /** A server that hears what does not belong to its port mostly hangs up without a word, or resets the connection. */
    private String whyHungUp() {
        if (server.encryption() == Encryption.LDAPS) {
            return "the server closed the connection during the TLS handshake; if this is its port of clear text, write"
                    + " tls = starttls, or the port of LDAPS";
        }
        return begun
                ? "the server closed the connection during the TLS handshake; its log says why"
                : "the server closed the connection instead of answering StartTLS; if this is its port of LDAPS, write"
                        + " tls = ldaps";
    }

    /** Waits until TLS is up; throws what was wrong otherwise. */
    void await(long limitMillis) throws LdapException {
        try {
            done.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw TlsException.late();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TlsException spoken ? spoken : TlsException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapOtherException("interrupted", e);
        }
    }

    private void begin(IoSession session) {
        begun = true;
        session.getFilterChain().addFirst(FILTER, new HostCheckingFilter(context.orElseThrow(), server));
    }

    /** Whether nothing has come behind the message that is being looked at, not even the beginning of another one. */
    private static boolean isLast(IoSession session) {
        return session.getAttribute(LdapDecoder.MESSAGE_CONTAINER_ATTR) instanceof LdapMessageContainer<?> decoder
                && decoder.getState() == TLVStateEnum.TAG_STATE_START;
    }
}
