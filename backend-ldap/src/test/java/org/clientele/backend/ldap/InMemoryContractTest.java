package org.clientele.backend.ldap;

import org.junit.jupiter.api.extension.RegisterExtension;

class InMemoryContractTest extends LdapContract {
    @RegisterExtension
    static final Server SERVER = new Server(InMemoryDirectory::new);

    @Override
    Server server() {
        return SERVER;
    }
}
