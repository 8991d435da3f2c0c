package org.clientele.testkit.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** A certification authority of the test, made anew each time, for servers that speak TLS. Immutable. */
public final class TestCa {
    /** What all key stores are saved with that it makes. */
    public static final String PASSWORD = "x\"y <z> ${a}";

    private static final int KEY_BITS = 2048;
    private static final int SERIAL_BITS = 63;
    private static final int VERSION_3 = 2;
    private static final int PEM_LINE = 64;
    private static final Duration LIFE = Duration.ofDays(2);

    private final Issued self;

    /**
     * Makes one that has signed its own certificate.
     *
     * @param name as RFC 2253 writes it, for example {@code CN=Test CA}
     */
    public TestCa(String name) throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X500Principal subject = new X500Principal(name);
        self = new Issued(
                keys.getPrivate(),
                List.of(signed(subject, keys.getPrivate(), subject, keys.getPublic(), Instant.now(), isCa())));
    }

    private TestCa(Issued self) {
        this.self = self;
    }

    /** An authority below this one; what it issues comes with its own certificate, and without that of this one. */
    public TestCa below(String name) throws GeneralSecurityException, IOException {
        return new TestCa(issued(name, Instant.now(), isCa()));
    }

    /**
     * A certificate with its private key.
     *
     * @param chain the certificate first, then that of the authority
     */
    public record Issued(PrivateKey key, List<X509Certificate> chain) {
        public Issued {
            chain = List.copyOf(chain);
        }

        /** Both, under a password. */
        public KeyStore store(String password) throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", key, password.toCharArray(), chain.toArray(Certificate[]::new));
            return store;
        }

        /** Saves both as PKCS12, under {@link TestCa#PASSWORD}. */
        public Path save(Path file) throws GeneralSecurityException, IOException {
            return TestCa.save(store(PASSWORD), file, PASSWORD);
        }

        /** The certificates, and the key, as OpenSSL wants them. */
        public void savePem(Path certificates, Path keyFile) throws GeneralSecurityException, IOException {
            StringBuilder text = new StringBuilder();
            for (X509Certificate one : chain) {
                text.append(pem("CERTIFICATE", one.getEncoded()));
            }
            Files.writeString(certificates, text);
            Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
        }

        @Override
        public String toString() {
            return "Issued[" + chain.get(0).getSubjectX500Principal() + "]";
        }
    }

    /**
     * A certificate that is valid now.
     *
     * @param names host names and addresses that it is for
     */
    public Issued issue(String subject, String... names) throws GeneralSecurityException, IOException {
        return issue(subject, Instant.now(), names);
    }

    /** A certificate that is valid for two days around a moment. */
    public Issued issue(String subject, Instant when, String... names) throws GeneralSecurityException, IOException {
        return issued(subject, when, names.length == 0 ? new byte[0] : names(names));
    }

    private Issued issued(String subject, Instant when, byte[] extension) throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X509Certificate certificate = signed(
                certificate().getSubjectX500Principal(),
                self.key(),
                new X500Principal(subject),
                keys.getPublic(),
                when,
                extension);
        return new Issued(keys.getPrivate(), List.of(certificate, certificate()));
    }

    /** Saves its certificate as text, behind a line that is none of it. */
    public Path savePem(Path file) throws GeneralSecurityException, IOException {
        return Files.writeString(
                file, "The CA of a test\n" + pem("CERTIFICATE", certificate().getEncoded()), StandardCharsets.UTF_8);
    }

    /** Saves its certificate as bytes. */
    public Path saveDer(Path file) throws GeneralSecurityException, IOException {
        return Files.write(file, certificate().getEncoded());
    }

    /**
     * Saves its certificate as one to trust, under {@link #PASSWORD}.
     *
     * @param type of key store, for example {@code JKS}
     */
    public Path saveStore(Path file, String type) throws GeneralSecurityException, IOException {
        return save(trust(type), file, PASSWORD);
    }

    /** What a server makes its TLS with: its certificate, and trust in clients of this CA. */
    public SSLContext server(Issued certificate) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate.store("x"), "x".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trust("PKCS12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Saves any key store. */
    public static Path save(KeyStore store, Path file, String password) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private X509Certificate certificate() {
        return self.chain().get(0);
    }

    private KeyStore trust(String type) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("ca", certificate());
        return store;
    }

    private static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair();
    }

    /** RFC 5280, 4.1. */
    private static X509Certificate signed(
            X500Principal issuer, PrivateKey by, X500Principal subject, PublicKey key, Instant when, byte[] extension)
            throws GeneralSecurityException, IOException {
        // 1.2.840.113549.1.1.11
        byte[] algorithm =
                Der.sequence(Der.identifier(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B), Der.nothing());
        byte[] content = Der.sequence(
                Der.value(0xA0, Der.number(BigInteger.valueOf(VERSION_3))),
                Der.number(new BigInteger(SERIAL_BITS, new SecureRandom())),
                algorithm,
                issuer.getEncoded(),
                Der.sequence(Der.time(when.minus(LIFE)), Der.time(when.plus(LIFE))),
                subject.getEncoded(),
                key.getEncoded(),
                extension.length == 0 ? extension : Der.value(0xA3, Der.sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(by);
        signature.update(content);
        byte[] whole = Der.sequence(content, algorithm, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    /** Basic constraints, 2.5.29.19. */
    private static byte[] isCa() {
        return Der.sequence(Der.identifier(0x55, 0x1D, 0x13), Der.yes(), Der.bytes(Der.sequence(Der.yes())));
    }

    /** Alternative names of the subject, 2.5.29.17 (RFC 5280, 4.2.1.6): addresses have the tag 7, names 2. */
    private static byte[] names(String... names) throws IOException {
        List<byte[]> elements = new ArrayList<>();
        for (String name : names) {
            boolean address = name.matches("[0-9.]+|.*:.*");
            elements.add(
                    address
                            ? Der.value(0x87, InetAddress.getByName(name).getAddress())
                            : Der.value(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        }
        return Der.sequence(Der.identifier(0x55, 0x1D, 0x11), Der.bytes(Der.sequence(elements.toArray(byte[][]::new))));
    }
}
