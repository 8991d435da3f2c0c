package org.clientele.backend.ldap;

class InMemoryFailoverTest extends FailoverContract {

    @Override
    TestDirectory start() throws Exception {
        return new InMemoryDirectory();
    }
}
