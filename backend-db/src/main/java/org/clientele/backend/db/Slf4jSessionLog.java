package org.clientele.backend.db;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EclipseLink's messages, at debug only: whatever fails is thrown to the caller anyway, and a driver's own words may hold
 * values.
 */
final class Slf4jSessionLog extends AbstractSessionLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.clientele.backend.db.statements");

    Slf4jSessionLog() {
        setLevel(SessionLog.FINE);
        setShouldDisplayData(false);
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return level >= SessionLog.FINE && LOG.isDebugEnabled();
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (shouldLog(entry.getLevel(), entry.getNameSpace())) {
            LOG.debug("{}", formatMessage(entry), entry.getException());
        }
    }
}
