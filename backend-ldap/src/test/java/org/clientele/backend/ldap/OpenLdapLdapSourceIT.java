package org.clientele.backend.ldap;

class OpenLdapLdapSourceIT extends LdapSourceContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }
}
