package org.clientele.backend.ldap;

class OpenLdapFaultsIT extends FaultsContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }
}
