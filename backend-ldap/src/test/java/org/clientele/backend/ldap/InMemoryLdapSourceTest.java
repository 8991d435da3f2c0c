package org.clientele.backend.ldap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class InMemoryLdapSourceTest extends LdapSourceContract {
    private TestDirectory directory;

    @BeforeAll
    void startServer() throws Exception {
        directory = new InMemoryDirectory();
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
