package org.clientele.admin.web;

import java.io.IOException;
import org.clientele.DirectoryException;
import org.clientele.transfer.CsvWriter;

/** Writes the rows of a file, see {@link Reply.Csv}. */
@FunctionalInterface
public interface CsvRows {

    /** @throws DirectoryException if there are more rows than could be written */
    void writeTo(CsvWriter file) throws IOException, DirectoryException;
}
