package org.clientele.backend.ldap;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.clientele.backend.ldap.TlsSettings.StoreFile;
import org.jspecify.annotations.Nullable;

/** Reads one file of certificates: PKCS12, JKS, or certificates as PEM or DER. What is wrong with it is said with its key. */
final class StoreReader {
    private final StoreFile file;

    StoreReader(StoreFile file) {
        this.file = file;
    }

    /** What trusts the certificates of the file, and those that they have signed. */
    TrustManager[] trust() throws UnusableFileException {
        KeyStore store = store();
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0) {
                    return factory.getTrustManagers();
                }
            }
        } catch (GeneralSecurityException e) {
            throw unusable("cannot be used", e);
        }
        throw unusable(
                "holds no certificate to trust, or needs " + file.key()
                        + "Password; name a PEM file with the certificate" + " of the CA",
                null);
    }

    /** The private key of the file with its certificate. */
    KeyManager[] key() throws UnusableFileException {
        KeyStore store = store();
        try {
            boolean found = false;
            for (String alias : Collections.list(store.aliases())) {
                found |= store.isKeyEntry(alias);
            }
            if (!found) {
                throw unusable(
                        "holds no private key; make a PKCS12 file of key and certificate: openssl pkcs12 -export -inkey"
                                + " client.key -in client.pem -out client.p12",
                        null);
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password());
            return factory.getKeyManagers();
        } catch (UnrecoverableKeyException e) {
            throw unusable("has a key whose password is not " + file.key() + "Password; give both the same", e);
        } catch (GeneralSecurityException e) {
            throw unusable("cannot be used", e);
        }
    }

    private KeyStore store() throws UnusableFileException {
        if (!Files.isReadable(file.path()) || Files.isDirectory(file.path())) {
            throw unusable("is not there, or may not be read by the user that runs Karaf", null);
        }
        try {
            return KeyStore.getInstance(file.path().toFile(), password());
        } catch (KeyStoreException e) {
            return certificates();
        } catch (FileNotFoundException e) {
            throw unusable("is not there any more", e);
        } catch (IOException e) {
            boolean password = e.getCause() instanceof UnrecoverableKeyException;
            throw unusable(password ? "cannot be opened; is " + file.key() + "Password right?" : "cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw unusable("cannot be read", e);
        }
    }

    /** A file that is no key store may be certificates one behind the other. */
    private KeyStore certificates() throws UnusableFileException {
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : all) {
                store.setCertificateEntry("certificate-" + store.size(), certificate);
            }
            return store;
        } catch (CertificateException e) {
            throw unusable("is neither PKCS12 nor JKS nor certificates in PEM; write such a file", e);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("cannot be read", e);
        }
    }

    private char @Nullable [] password() {
        return file.password().isEmpty() ? null : file.password().toCharArray();
    }

    private UnusableFileException unusable(String what, @Nullable Exception cause) {
        return new UnusableFileException("The file of " + file + " " + what, cause);
    }

    /** A file of the configuration is not there or not what it should be; no server is at fault. */
    static final class UnusableFileException extends LdapException {
        private static final long serialVersionUID = 1L;

        UnusableFileException(String message, @Nullable Exception cause) {
            super(message, cause);
        }
    }
}
