package org.clientele.backend.ldap;

import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.OID;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certification authority of the test, made anew each time. */
final class TestCa {
    static final String PASSWORD = "x\"y <z> ${a}";

    private static final SignatureAlgorithmIdentifier SIGNATURE = SignatureAlgorithmIdentifier.SHA_256_WITH_RSA;
    private static final Duration LIFE = Duration.ofDays(2);

    private final X509Certificate certificate;
    private final KeyPair keys;

    TestCa(String name) throws Exception {
        ObjectPair<X509Certificate, KeyPair> self = pair(name, Instant.now(), isCa());
        certificate = self.getFirst();
        keys = self.getSecond();
    }

    private TestCa(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    /** An authority below this one; what it issues comes with its own certificate, and without that of this one. */
    TestCa below(String name) throws Exception {
        ObjectPair<X509Certificate, KeyPair> own = pair(name, Instant.now());
        return new TestCa(signed(own.getFirst(), name, Instant.now(), isCa()), own.getSecond());
    }

    /** A certificate with its private key. */
    record Issued(KeyPair keys, List<X509Certificate> chain) {

        KeyStore store(String password) throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<Certificate> certificates = new ArrayList<>();
            for (X509Certificate one : chain) {
                certificates.add(one.toCertificate());
            }
            store.setKeyEntry(
                    "key", keys.getPrivate(), password.toCharArray(), certificates.toArray(Certificate[]::new));
            return store;
        }

        Path save(Path file) throws Exception {
            return TestCa.save(store(PASSWORD), file, PASSWORD);
        }

        /** The certificates, and the key, as OpenSSL wants them. */
        void savePem(Path certificates, Path key) throws Exception {
            Files.writeString(
                    certificates,
                    chain.stream().map(X509Certificate::toPEMString).collect(Collectors.joining()));
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.getPrivate().getEncoded());
            Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        }
    }

    /** A certificate that is valid now. */
    Issued issue(String subject, String... names) throws Exception {
        return issue(subject, Instant.now(), names);
    }

    /** A certificate that is valid for two days around a moment. */
    Issued issue(String subject, Instant when, String... names) throws Exception {
        ObjectPair<X509Certificate, KeyPair> own = pair(subject, when);
        X509Certificate signed = signed(own.getFirst(), subject, when, names(names));
        return new Issued(own.getSecond(), List.of(signed, certificate));
    }

    private X509Certificate signed(
            X509Certificate unsigned, String subject, Instant when, X509CertificateExtension... extensions)
            throws Exception {
        return X509Certificate.generateIssuerSignedCertificate(
                SIGNATURE,
                certificate,
                keys.getPrivate(),
                unsigned.getPublicKeyAlgorithmOID(),
                unsigned.getPublicKeyAlgorithmParameters(),
                unsigned.getEncodedPublicKey(),
                unsigned.getDecodedPublicKey(),
                new DN(subject),
                when.minus(LIFE).toEpochMilli(),
                when.plus(LIFE).toEpochMilli(),
                extensions);
    }

    Path savePem(Path file) throws Exception {
        return Files.writeString(file, "The CA of a test\n" + certificate.toPEMString(), StandardCharsets.UTF_8);
    }

    Path saveDer(Path file) throws Exception {
        return Files.write(file, certificate.getX509CertificateBytes());
    }

    Path saveStore(Path file, String type) throws Exception {
        return save(trust(type), file, PASSWORD);
    }

    /** What a server makes its TLS with: its certificate, and trust in clients of this CA. */
    SSLContext server(Issued certificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate.store("x"), "x".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trust("PKCS12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static Path save(KeyStore store, Path file, String password) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private KeyStore trust(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("ca", certificate.toCertificate());
        return store;
    }

    private static ObjectPair<X509Certificate, KeyPair> pair(
            String name, Instant when, X509CertificateExtension... extensions) throws Exception {
        return X509Certificate.generateSelfSignedCertificate(
                SIGNATURE,
                PublicKeyAlgorithmIdentifier.RSA,
                2048,
                new DN(name),
                when.minus(LIFE).toEpochMilli(),
                when.plus(LIFE).toEpochMilli(),
                extensions);
    }

    private static X509CertificateExtension isCa() {
        ASN1Sequence yes = new ASN1Sequence(new ASN1Boolean(true));
        return new X509CertificateExtension(new OID("2.5.29.19"), true, yes.encode());
    }

    /** RFC 5280, 4.2.1.6: addresses have the tag 7, names 2. */
    private static X509CertificateExtension[] names(String... names) throws Exception {
        List<ASN1Element> elements = new ArrayList<>();
        for (String name : names) {
            boolean address = name.matches("[0-9.]+|.*:.*");
            elements.add(
                    address
                            ? new ASN1OctetString(
                                    (byte) 0x87, InetAddress.getByName(name).getAddress())
                            : new ASN1OctetString((byte) 0x82, name));
        }
        byte[] encoded = new ASN1Sequence(elements).encode();
        return names.length == 0
                ? new X509CertificateExtension[0]
                : new X509CertificateExtension[] {new X509CertificateExtension(new OID("2.5.29.17"), false, encoded)};
    }
}
