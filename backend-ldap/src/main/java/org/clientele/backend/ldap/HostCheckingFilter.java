package org.clientele.backend.ldap;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.clientele.backend.ldap.LdapSettings.Server;

/**
 * TLS 1.2 or newer with a server whose certificate names the host of the configuration. The LDAP library checks the chain
 * alone, so anybody with any valid certificate could pose as the server; and of a host that is an address it asks the name
 * service for the name, so that who answers there would say whom to trust.
 */
final class HostCheckingFilter extends SslFilter {
    private final Server server;

    HostCheckingFilter(SSLContext context, Server server) {
        super(context);
        this.server = server;
    }

    @Override
    protected SSLEngine createEngine(IoSession session, InetSocketAddress address) {
        SSLEngine engine = sslContext.createSSLEngine(server.host(), server.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    /**
     * The library's own tells nobody of the end where the farewell of TLS fails, as after every handshake that failed. What the
     * connection holds is let go of by whoever hears of its end.
     */
    @Override
    public void sessionClosed(NextFilter next, IoSession session) throws Exception {
        try {
            super.sessionClosed(next, session);
        } catch (SSLException e) {
            next.exceptionCaught(session, e);
            next.sessionClosed(session);
        }
    }
}
