package org.clientele.benchmarks;

import org.apache.directory.api.ldap.codec.api.LdapApiServiceFactory;
import org.apache.directory.api.ldap.codec.osgi.DefaultLdapCodecService;
import org.apache.directory.api.ldap.codec.protocol.mina.LdapProtocolCodecFactory;

/** Does for a plain program what the bundle activators of the LDAP library do in a framework. */
final class LdapLibrary {
    private LdapLibrary() {}

    static synchronized void start() {
        if (!LdapApiServiceFactory.isInitialized()) {
            DefaultLdapCodecService service = new DefaultLdapCodecService();
            LdapApiServiceFactory.initialize(service);
            service.setProtocolCodecFactory(new LdapProtocolCodecFactory());
        }
    }
}
