package org.clientele.backend.ldap;

class InMemoryLdapSourceTest extends LdapSourceContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }
}
