package org.clientele.backend.ldap;

class OpenLdapValuesIT extends ValuesContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }
}
