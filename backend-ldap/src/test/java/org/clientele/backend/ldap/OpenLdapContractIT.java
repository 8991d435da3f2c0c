package org.clientele.backend.ldap;

import org.junit.jupiter.api.extension.RegisterExtension;

class OpenLdapContractIT extends LdapContract {
    @RegisterExtension
    static final Server SERVER = new Server(OpenLdapDirectory::new);

    @Override
    Server server() {
        return SERVER;
    }
}
