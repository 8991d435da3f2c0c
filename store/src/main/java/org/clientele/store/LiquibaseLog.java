package org.clientele.store;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Liquibase tells every step at info; that is for debugging. What fails is thrown, and logged by the migration. */
final class LiquibaseLog extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Logger getLog(Class type) {
        return new ToDebug(LoggerFactory.getLogger(type));
    }

    private static final class ToDebug extends AbstractLogger {

        private final org.slf4j.Logger log;

        ToDebug(org.slf4j.Logger log) {
            this.log = log;
        }

        @Override
        public void log(Level level, String message, Throwable failure) {
            log.debug("{}: {}", level, message, failure);
        }
    }
}
