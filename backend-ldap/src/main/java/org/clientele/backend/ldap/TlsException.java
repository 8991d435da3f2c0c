package org.clientele.backend.ldap;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.LdapResult;

/** No TLS with a server; the message says why and what to do. */
final class TlsException extends LdapException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 200;
    private static final int MOST_CAUSES = 20;

    private TlsException(String message) {
        super(message);
    }

    private TlsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The server does not want StartTLS. */
    static TlsException refused(LdapResult result) {
        String diagnosis = result.getDiagnosticMessage();
        String said = result.getResultCode().getMessage()
                + (diagnosis == null || diagnosis.isBlank() ? "" : ": " + quoted(diagnosis));
        return new TlsException(
                "refused StartTLS (" + said + "), so nothing was sent; set TLS up there, or write ldaps://");
    }

    /** Something went wrong with TLS, before it was up or after. */
    static TlsException of(Throwable failure) {
        return new TlsException(words(failure), failure);
    }

    static TlsException late() {
        return new TlsException("no answer within the time limit, during the TLS handshake");
    }

    private static String words(Throwable failure) {
        Optional<Throwable> expired = first(failure, CertificateExpiredException.class);
        if (expired.isPresent()) {
            return "its certificate has expired, " + expired.get().getMessage() + "; renew it there";
        }
        Optional<Throwable> early = first(failure, CertificateNotYetValidException.class);
        if (early.isPresent()) {
            return "its certificate is not valid yet, " + early.get().getMessage() + "; compare the clocks";
        }
        if (isOfUnknownCa(failure)) {
            return "its certificate comes from no CA that we trust; write the CA's certificate to the file of trustStore";
        }
        Optional<Throwable> name = first(failure, CertificateException.class)
                .filter(cause -> cause.getClass() == CertificateException.class);
        if (name.isPresent()) {
            return "its certificate is of another host ("
                    + quoted(String.valueOf(name.get().getMessage())) + "); write its name as host";
        }
        return first(failure, SSLException.class)
                .map(cause -> ofTheProtocol(String.valueOf(cause.getMessage())))
                .orElseGet(() -> "TLS failed: " + Faults.rootMessage(failure));
    }

    /** Also of a CA that has the name of one that we trust, but another key: one that was made anew. */
    private static boolean isOfUnknownCa(Throwable failure) {
        return first(failure, CertPathBuilderException.class).isPresent()
                || first(failure, CertPathValidatorException.class)
                        .map(cause -> ((CertPathValidatorException) cause).getReason())
                        .filter(reason ->
                                reason == PKIXReason.NO_TRUST_ANCHOR || reason == BasicReason.INVALID_SIGNATURE)
                        .isPresent();
    }

    private static String ofTheProtocol(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("certificate_required") || text.contains("bad_certificate") || text.contains("_ca")) {
            return "wants a client certificate that it trusts (" + message + "); see keyStore";
        }
        if (text.contains("unrecognized ssl message") || text.contains("unsupported record")) {
            return "does not speak TLS at this port (" + message + "); write tls = starttls, or the port of LDAPS";
        }
        if (text.contains("protocol") && text.contains("version")) {
            return "knows no TLS 1.2 (" + message + "); make it newer";
        }
        return "TLS failed: " + quoted(message);
    }

    private static Optional<Throwable> first(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(type::isInstance)
                .reduce((outer, inner) -> inner);
    }

    /** What the other side says is shown as one short line. */
    static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
