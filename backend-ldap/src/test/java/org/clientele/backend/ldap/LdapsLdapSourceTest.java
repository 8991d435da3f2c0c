package org.clientele.backend.ldap;

import java.nio.file.Path;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapsLdapSourceTest extends LdapSourceContract {
    private TestDirectory directory;

    @BeforeAll
    void startServer(@TempDir Path files) throws Exception {
        directory = InMemoryDirectory.withTls(Encryption.LDAPS, files);
    }

    @AfterAll
    void stopServer() throws Exception {
        directory.close();
    }

    @Override
    TestDirectory directory() {
        return directory;
    }
}
