package org.clientele.backend.ldap;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

/** Tells the pool which connections can be used again. Nothing here waits for a server to be reached. */
final class PooledConnectionFactory extends BasePooledObjectFactory<PooledConnection> {
    private final Servers servers;
    private final Opener opener;

    PooledConnectionFactory(Servers servers, Opener opener) {
        this.servers = servers;
        this.opener = opener;
    }

    @Override
    public PooledConnection create() {
        return new PooledConnection();
    }

    @Override
    public PooledObject<PooledConnection> wrap(PooledConnection connection) {
        return new DefaultPooledObject<>(connection);
    }

    @Override
    public boolean validateObject(PooledObject<PooledConnection> pooled) {
        return pooled.getObject().isUsable(servers);
    }

    @Override
    public void destroyObject(PooledObject<PooledConnection> pooled) {
        pooled.getObject().close(opener::close);
    }
}
