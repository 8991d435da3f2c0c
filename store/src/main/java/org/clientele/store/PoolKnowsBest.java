package org.clientele.store;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Switches off EclipseLink's own attempts to connect again: three, five seconds apart, after the pool has already tried as
 * long as it was told to. Named in {@code persistence.xml}.
 */
public final class PoolKnowsBest implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
        login.setQueryRetryAttemptCount(0);
    }
}
