package org.clientele.backend.ldap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OpenLdapTestableLdapIT extends TestableLdapContract {
    private TestDirectory directory;

    @BeforeAll
    void startServer() throws Exception {
        directory = new OpenLdapDirectory();
    }

    @AfterAll
    void stopServer() throws Exception {
        directory.close();
    }

    @Override
    TestDirectory directory() {
        return directory;
    }

    @Override
    TestDirectory another() throws Exception {
        return new OpenLdapDirectory();
    }
}
