package org.clientele.backend.ldap;

class InMemoryLimitsTest extends LimitsContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }
}
