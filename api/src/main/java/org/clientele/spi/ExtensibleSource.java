package org.clientele.spi;

import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/** A source whose storage can be given further fields. */
@ConsumerType
public interface ExtensibleSource {

    /**
     * Gives the storage room for a text field. Does not change the source's configuration; the directory does that
     * afterwards. A storage that has the field already is left as it is.
     *
     * @param storage the column to add
     * @param length the most characters of a value
     * @throws InvalidInputException if the name is not acceptable for the storage
     * @throws SourceUnavailableException if the storage could not be changed
     */
    void extend(String storage, int length, Deadline deadline) throws InvalidInputException, SourceUnavailableException;
}
