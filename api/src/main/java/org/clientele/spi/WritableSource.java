package org.clientele.spi;

import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that takes new and changed records. The rules (required fields, uniqueness over sources, lengths and so on) have
 * been applied when it is called; a source says what only its storage knows.
 */
@ConsumerType
public interface WritableSource {

    /**
     * Adds a record in one statement, its password included.
     *
     * @throws AlreadyExistsException if the storage itself has the login (or another unique value)
     * @throws InvalidInputException if the storage refuses a value
     * @throws SourceUnavailableException if the storage could not be asked; the record may have been added or not only if the
     *     answer was lost, which is assumed unless the exception is {@linkplain SourceUnavailableException#withoutEffect without
     *     effect}
     */
    void add(NewRecord record, Deadline deadline)
            throws AlreadyExistsException, InvalidInputException, SourceUnavailableException;

    /**
     * Changes the named fields of one record, provided that they still have the values that the change expects, compared in
     * the statement itself.
     *
     * @throws NotFoundException if the storage has no such record
     * @throws StaleException if one of the fields has another value than expected; nothing was changed then
     * @throws AlreadyExistsException if the storage itself refuses a value as taken
     * @throws InvalidInputException if the storage refuses a value
     * @throws SourceUnavailableException if the storage could not be asked, as in {@link #add}
     */
    void update(RecordChange change, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, InvalidInputException,
                    SourceUnavailableException;
}
