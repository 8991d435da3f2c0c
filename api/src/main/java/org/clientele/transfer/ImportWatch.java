package org.clientele.transfer;

import java.io.IOException;

/** Whoever follows an import. */
public interface ImportWatch {

    /** Whether the next row is tried; asked before each row. */
    boolean goesOn();

    /**
     * Takes note of a row that was tried.
     *
     * @throws IOException if no note can be taken: the import ends with it
     */
    void tried(CsvRow row, RowResult result) throws IOException;
}
