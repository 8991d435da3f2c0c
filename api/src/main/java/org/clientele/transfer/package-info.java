/**
 * Records as CSV files: out of the directory, and into it row by row. For screens and commands; whoever writes rows of another
 * kind takes {@link org.clientele.transfer.CsvWriter} alone.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.clientele.transfer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
