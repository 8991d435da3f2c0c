package org.clientele.backend.ldap;

import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.clientele.backend.ldap.LdapSettings.Credentials;
import org.clientele.backend.ldap.LdapSettings.Server;

/**
 * A connection that binds once and never connects again. The library's own connection silently reconnects before a search,
 * as nobody; what an anonymous caller may not see would then look as if it did not exist.
 */
final class BoundConnection extends LdapNetworkConnection {
    private final Server server;
    private final ValueCharset charset;
    private boolean opened;

    /**
     * @param config of that server
     * @param charset of its values, for which the configuration was prepared
     */
    BoundConnection(Server server, LdapConnectionConfig config, ValueCharset charset) {
        super(config);
        this.server = server;
        this.charset = charset;
    }

    ValueCharset charset() {
        return charset;
    }

    Server server() {
        return server;
    }

    /**
     * Connects and, with credentials, binds; leaves nothing open where that fails.
     *
     * @param proven whether the server has to show that it answers even where nobody signs in
     */
    void open(Optional<Credentials> credentials, boolean proven) throws LdapException {
        boolean done = false;
        try {
            connect();
            if (credentials.isPresent()) {
                bind(credentials.get());
            } else if (proven) {
                requireService(bind(new BindRequestImpl()).getLdapResult());
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
            throw new RefusedBindException(server, result.getResultCode());
        }
    }

    /** Any other answer will do: a server may refuse to let nobody sign in and serve nobody nevertheless. */
    private void requireService(LdapResult result) throws LdapException {
        if (result.getResultCode() == ResultCodeEnum.BUSY || result.getResultCode() == ResultCodeEnum.UNAVAILABLE) {
            throw new LdapOperationException(
                    result.getResultCode(), result.getResultCode().getMessage());
        }
    }

    /** The server does not accept userDn and userPw. */
    static final class RefusedBindException extends LdapException {
        private static final long serialVersionUID = 1L;

        private final ResultCodeEnum code;

        RefusedBindException(Server server, ResultCodeEnum code) {
            super(server + " refused the sign-in of userDn: " + code.getMessage());
            this.code = code;
        }

        /** Whether it is the password that was refused, and not the moment. */
        boolean isForGood() {
            return code == ResultCodeEnum.INVALID_CREDENTIALS;
        }
    }
}
