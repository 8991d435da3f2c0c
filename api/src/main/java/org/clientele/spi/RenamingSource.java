package org.clientele.spi;

import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.osgi.annotation.versioning.ConsumerType;

/** A {@link WritableSource} that can also give a record another id. */
@ConsumerType
public interface RenamingSource {

    /**
     * Gives one record another id and changes the named fields, in one statement: all of it happens or nothing. Old values are
     * compared as in {@link WritableSource#update}. The new id may differ from the old one in case alone.
     *
     * @param change the record by its present id, and what else changes; perhaps nothing
     * @param newId the login or customer ID to have from now on
     * @throws NotFoundException if the storage has no record with the present id
     * @throws StaleException if one of the fields has another value than expected; nothing was changed then
     * @throws AlreadyExistsException if another record has the new id, or the storage itself refuses a value as taken
     * @throws InvalidInputException if the storage refuses a value
     * @throws SourceUnavailableException if the storage could not be asked, as in {@link WritableSource#add}
     */
    void rename(RecordChange change, String newId, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, InvalidInputException,
                    SourceUnavailableException;
}
