package org.clientele.backend.ldap;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.directory.api.asn1.ber.tlv.BerValue;
import org.apache.directory.api.asn1.util.Asn1Buffer;
import org.apache.directory.api.ldap.codec.api.LdapCodecConstants;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOtherException;
import org.apache.directory.api.ldap.model.message.BindResponse;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.apache.directory.ldap.client.api.exception.LdapConnectionTimeOutException;

/**
 * A SASL EXTERNAL bind of one connection. The library leaves out credentials that are empty; but empty ones say that we want to
 * be whom the certificate names, and none that the server shall ask, which OpenLDAP does without end.
 */
final class ExternalBind {
    private static final String MECHANISM = "EXTERNAL";
    private static final int LDAP_VERSION = 3;

    private final int id;
    private final CompletableFuture<LdapResult> answer = new CompletableFuture<>();

    /** @param id that no other message of the connection has */
    ExternalBind(int id) {
        this.id = id;
    }

    /** The request as it is sent. It is written from its end to its beginning. */
    ByteBuffer request() {
        Asn1Buffer buffer = new Asn1Buffer();
        BerValue.encodeOctetString(buffer, new byte[0]);
        BerValue.encodeOctetString(buffer, MECHANISM);
        BerValue.encodeSequence(buffer, (byte) LdapCodecConstants.BIND_REQUEST_SASL_TAG, 0);
        BerValue.encodeOctetString(buffer, "");
        BerValue.encodeInteger(buffer, LDAP_VERSION);
        BerValue.encodeSequence(buffer, LdapCodecConstants.BIND_REQUEST_TAG, 0);
        BerValue.encodeInteger(buffer, id);
        BerValue.encodeSequence(buffer, 0);
        return buffer.getBytes();
    }

    /** The I/O thread asks whether a message is the answer. */
    boolean takes(Object message) {
        return message instanceof BindResponse response
                && response.getMessageId() == id
                && answer.complete(response.getLdapResult());
    }

    /** The I/O thread says that the connection is gone. */
    void closed() {
        answer.completeExceptionally(new InvalidConnectionException("The server closed the connection"));
    }

    /** Waits for the answer. */
    LdapResult await(long limitMillis) throws LdapException {
        try {
            return answer.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LdapConnectionTimeOutException("no answer to the sign-in");
        } catch (ExecutionException e) {
            throw new InvalidConnectionException("The server closed the connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapOtherException("interrupted", e);
        }
    }
}
