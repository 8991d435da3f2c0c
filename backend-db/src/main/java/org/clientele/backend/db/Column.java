package org.clientele.backend.db;

import java.util.OptionalInt;

/**
 * A column as the database describes it.
 *
 * @param name exactly as the database spells it
 * @param kind what it holds
 * @param size the most characters, empty if there is no limit worth naming
 * @param nullable whether it may be missing
 * @param generated whether the database computes it
 * @param collation its collation, empty if not known
 * @param definition its default or what it is computed by, in the driver's words; empty if they are not known
 */
record Column(
        String name,
        ColumnKind kind,
        OptionalInt size,
        boolean nullable,
        boolean generated,
        String collation,
        String definition) {}
