package org.clientele.spi;

import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/** A source that can count without delivering. The directory walks a source that cannot, up to a bound. */
@ConsumerType
public interface CountingSource {

    /**
     * How many records match: exactly as many as {@link DirectorySource#search} delivers on all pages together.
     *
     * @param includeInvalid whether records that are not valid count too
     * @throws SourceUnavailableException if that is not known
     */
    long count(Criterion criterion, boolean includeInvalid, Deadline deadline) throws SourceUnavailableException;
}
