package org.clientele.backend.ldap;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a source makes sure of its servers, and shows who it is.
 *
 * @param trust whose certificates are trusted, empty for those that the Java platform trusts
 * @param key the certificate that is shown to a server that asks for one, empty for none
 */
record TlsSettings(Optional<StoreFile> trust, Optional<StoreFile> key) {

    /** How a server is reached. */
    enum Encryption {
        /** In clear text. */
        NONE,
        /** In clear text until StartTLS, which comes before anything else. */
        STARTTLS,
        /** With TLS from the first byte on. */
        LDAPS
    }

    /**
     * A file of certificates.
     *
     * @param key the configuration key that names it
     * @param password empty for none
     */
    record StoreFile(String key, Path path, String password) {
        @Override
        public String toString() {
            return key + " " + path;
        }
    }
}
