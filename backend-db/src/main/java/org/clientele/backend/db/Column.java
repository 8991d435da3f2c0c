package org.clientele.backend.db;

import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.field.NumberRange;

/**
 * A column as the database describes it.
 *
 * @param name exactly as the database spells it
 * @param kind what it holds
 * @param size the most characters, empty if there is no limit worth naming
 * @param range the whole numbers it takes, empty if it is of another kind
 * @param nullable whether it may be missing
 * @param generated whether the database computes it
 * @param collation its collation, empty if not known
 * @param definition its default or what it is computed by, in the driver's words; empty if they are not known
 */
record Column(
        String name,
        ColumnKind kind,
        OptionalInt size,
        Optional<NumberRange> range,
        boolean nullable,
        boolean generated,
        String collation,
        String definition) {}
