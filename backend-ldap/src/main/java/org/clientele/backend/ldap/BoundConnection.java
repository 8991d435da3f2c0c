package org.clientele.backend.ldap;

import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.clientele.backend.ldap.LdapSettings.Credentials;

/**
 * A connection that binds once and never connects again. The library's own connection silently reconnects before a search,
 * as nobody; what an anonymous caller may not see would then look as if it did not exist.
 */
final class BoundConnection extends LdapNetworkConnection {
    private boolean opened;

    BoundConnection(LdapConnectionConfig config) {
        super(config);
    }

    /** Connects and, with credentials, binds; leaves nothing open where that fails. */
    void open(Optional<Credentials> credentials) throws LdapException {
        boolean done = false;
        try {
            connect();
            if (credentials.isPresent()) {
                bind(credentials.get());
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public boolean connect() throws LdapException {
        if (isConnected()) {
            return true;
        }
        if (opened) {
            throw new InvalidConnectionException("The connection is closed");
        }
        opened = true;
        return super.connect();
    }

    private void bind(Credentials credentials) throws LdapException {
        BindRequest request = new BindRequestImpl();
        request.setName(credentials.dn());
        request.setCredentials(credentials.password());
        LdapResult result = bind(request).getLdapResult();
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            throw new RefusedBindException(result.getResultCode());
        }
    }

    /** The server does not accept userDn and userPw. */
    static final class RefusedBindException extends LdapException {
        private static final long serialVersionUID = 1L;

        RefusedBindException(ResultCodeEnum code) {
            super("The server refused the sign-in of userDn: " + code.getMessage());
        }
    }
}
