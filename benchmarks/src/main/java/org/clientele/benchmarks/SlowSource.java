package org.clientele.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** A source that needs a while before it answers as another does. */
record SlowSource(CustomerUserSource source, Duration time) implements CustomerUserSource {

    @Override
    public SourceDescription description() {
        return source.description();
    }

    @Override
    public SourceCondition condition() {
        return source.condition();
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        LockSupport.parkNanos(time.toNanos());
        return source.find(id, deadline);
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        LockSupport.parkNanos(time.toNanos());
        return source.search(query, deadline);
    }
}
