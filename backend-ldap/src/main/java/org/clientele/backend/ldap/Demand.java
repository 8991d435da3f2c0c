package org.clientele.backend.ldap;

import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/** What a server that refuses us demands, and which keys of the configuration give it. */
final class Demand {
    private static final String ENCRYPTION = "tls = starttls or tls = ldaps";

    private final Encryption encryption;
    private final Identity identity;

    /**
     * @param encryption of the connection
     * @param identity as whom we are there, or want to be
     */
    Demand(Encryption encryption, Identity identity) {
        this.encryption = encryption;
        this.identity = identity;
    }

    /** The continuation of a sentence about a refusal; empty where there is nothing to advise. */
    String of(ResultCodeEnum code) {
        return switch (code) {
            case CONFIDENTIALITY_REQUIRED -> confidentiality();
            case STRONG_AUTH_REQUIRED -> authentication();
            // what servers say, each another, to who asks before a sign-in
            case OPERATIONS_ERROR, UNWILLING_TO_PERFORM, INSUFFICIENT_ACCESS_RIGHTS -> isAnonymous() ? signIn() : "";
            default -> "";
        };
    }

    private String confidentiality() {
        return isClear()
                ? "; it demands encryption: write " + ENCRYPTION
                : "; it demands stronger encryption than it agreed to";
    }

    /** Active Directory calls a password in clear text a weak sign-in. */
    private String authentication() {
        if (isAnonymous()) {
            return signIn();
        }
        return isClear() ? confidentiality() : "; it demands another sign-in, such as bind = external";
    }

    private String signIn() {
        return "; it may serve only who has signed in: give userDn and userPw"
                + (isClear() ? ", and with them " + ENCRYPTION : "");
    }

    private boolean isAnonymous() {
        return identity instanceof Identity.Anonymous;
    }

    private boolean isClear() {
        return encryption == Encryption.NONE;
    }
}
