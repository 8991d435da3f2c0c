package org.clientele.testkit;

import java.util.Map;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.ExtensibleSource;

/** The contract of taking further fields kept in memory. */
class ExtensibleMemorySource extends WritableMemorySource implements ExtensibleSource {

    ExtensibleMemorySource(MemoryTable table, Map<String, String> settings) {
        super(table, settings);
    }

    @Override
    public void extend(String storage, int length, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        check(deadline);
        if (!isName(storage)) {
            throw new InvalidInputException("storage", "A column is named by up to 60 small letters");
        }
        if (isUsed(storage)) {
            throw new InvalidInputException("storage", "This column is in use");
        }
        if (length < 1) {
            throw new InvalidInputException("length", "A length is at least 1");
        }
        addColumn(storage);
    }

    boolean isName(String storage) {
        return storage.matches("[a-z]{1,60}");
    }

    boolean isUsed(String storage) {
        return description().fields().stream().anyMatch(field -> field.storage().equals(storage));
    }

    /** Rows of this table have room for any field. */
    void addColumn(String storage) {}
}
