package org.clientele.backend.ldap;

class OpenLdapFailoverIT extends FailoverContract {

    @Override
    TestDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }
}
