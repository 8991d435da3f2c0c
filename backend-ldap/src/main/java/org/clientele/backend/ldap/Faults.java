package org.clientele.backend.ldap;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.directory.api.i18n.I18n;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.ldap.client.api.exception.LdapConnectionTimeOutException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.StoreReader.UnusableFileException;

/** What failures of a directory mean for the one who asked. */
final class Faults {
    private static final String TIME_OUT_OF_THE_LIBRARY = I18n.err(I18n.ERR_04170_TIMEOUT_OCCURED);

    private Faults() {}

    /**
     * The failure that a search ended with; the text of the server is left out, it may name entries.
     *
     * @param key the configuration key that names the base of the search
     * @param connection on which it was sent
     */
    static SourceUnavailableException of(LdapResult result, String key, BoundConnection connection) {
        ResultCodeEnum code = result.getResultCode();
        String said = " (" + code.getMessage() + ")" + connection.demand().of(code);
        return switch (code) {
            case NO_SUCH_OBJECT -> failure(Reason.WAITING, "has no entry " + key + ", or hides it from us" + said);
            case TIME_LIMIT_EXCEEDED -> failure(Reason.TIME_OUT, "gave up after its time limit" + said);
            case BUSY, UNAVAILABLE, STRONG_AUTH_REQUIRED, CONFIDENTIALITY_REQUIRED ->
                failure(Reason.CONNECTION, "does not serve us" + said);
            default -> failure(Reason.REQUEST, "refused the search" + said);
        };
    }

    /** A connection that was lost while an answer was awaited. */
    static SourceUnavailableException dropped() {
        return new SourceUnavailableException(
                Reason.CONNECTION, "The directory server closed the connection", new Connections.DroppedException());
    }

    /** No answer by the deadline. */
    static SourceUnavailableException late() {
        return new SourceUnavailableException(
                Reason.TIME_OUT, "The directory server did not answer within the time limit");
    }

    /** An answer lacks something, and a part of it is of no use. */
    static SourceUnavailableException cut(Gap gap, String what) {
        return new SourceUnavailableException(
                Reason.REQUEST, "The directory server did not tell in full " + what + ": " + gap.why());
    }

    /** The message of the cause that says most. */
    static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof TlsException || cause instanceof UnusableFileException)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "unknown host";
        }
        String message = cause.getMessage();
        if (cause instanceof LdapConnectionTimeOutException || TIME_OUT_OF_THE_LIBRARY.equals(message)) {
            return "no answer within the time limit";
        }
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static SourceUnavailableException failure(Reason reason, String what) {
        return new SourceUnavailableException(reason, "The directory server " + what);
    }
}
