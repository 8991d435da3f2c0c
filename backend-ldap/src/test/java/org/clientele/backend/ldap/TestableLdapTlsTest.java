package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.clientele.TestStep;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of a directory with TLS, whose certificate comes from an authority below the one that is trusted. */
class TestableLdapTlsTest {
    private static TestCa root;
    private static SSLContext server;

    @TempDir
    Path files;

    @BeforeAll
    static void makeChain() throws Exception {
        LdapLibrary.start();
        root = new TestCa("CN=Root of O'Brien");
        TestCa between = root.below("CN=Between");
        server = between.server(between.issue("CN=Ünal's server", "127.0.0.1"));
    }

    private static InMemoryDirectory directory(Encryption encryption) throws Exception {
        InMemoryDirectory directory = InMemoryDirectory.withTls(encryption, server, false);
        directory.load(Person.entries(TestableLdapContract.person(1, "a")));
        return directory;
    }

    private static List<TestStep> test(InMemoryDirectory directory, Encryption encryption, Path trust) {
        return TestableLdapContract.test(
                "127.0.0.1:" + directory.port(),
                "tls",
                encryption.name().toLowerCase(Locale.ROOT),
                "trustStore",
                trust.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void aTrustedChainIsShownBeforeTheOneSignIn(Encryption encryption) throws Exception {
        try (InMemoryDirectory directory = directory(encryption)) {
            List<TestStep> steps = test(directory, encryption, root.savePem(files.resolve("root.pem")));
            // warned of, because certificates of tests are valid for two days
            assertThat(TestableLdapContract.results(steps))
                    .isEqualTo("settings=passed name-resolution=passed connect=passed tls=warned bind=passed"
                            + " root=passed base=passed filters=passed entries=passed");
            TestStep tls = TestableLdapContract.step(steps, "tls");
            assertThat(tls.message()).endsWith("the certificate names 127.0.0.1 and is trusted");
            assertThat(tls.details()).hasSize(2);
            assertThat(tls.details().get(0)).startsWith("CN=Ünal's server, until ");
            assertThat(tls.details().get(1)).startsWith("CN=Between, until ");
            assertThat(directory.binds()).isEqualTo(1);
        }
    }

    /** Also by an authority that has the same name, but was made anew. */
    @ParameterizedTest
    @CsvSource({"STARTTLS, CN=Root of O'Brien", "LDAPS, CN=Another root", "LDAPS, CN=Root of O'Brien"})
    void nobodySignsInWhereTheChainIsNotTrusted(Encryption encryption, String name) throws Exception {
        TestCa another = new TestCa(name);
        try (InMemoryDirectory directory = directory(encryption)) {
            List<TestStep> steps = test(directory, encryption, another.savePem(files.resolve("another.pem")));
            assertThat(TestableLdapContract.results(steps))
                    .isEqualTo("settings=passed name-resolution=passed connect=passed tls=failed bind=skipped"
                            + " root=skipped base=skipped filters=skipped entries=skipped");
            assertThat(TestableLdapContract.step(steps, "tls").message()).contains("comes from no CA that we trust");
            assertThat(directory.binds()).isZero();
        }
    }
}
