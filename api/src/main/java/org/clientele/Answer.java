package org.clientele;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a look-up: found, not found, or unavailable. <i>Not found</i> is said only if every source that counts
 * answered so; a source that is away never turns into <i>not found</i>.
 *
 * @param <E> the kind of record
 */
public sealed interface Answer<E extends DirectoryEntry> {

    /** What became of each source that was asked, in the order of the slots. */
    List<SourceReport> sources();

    /** The record if it was found. */
    default Optional<E> entry() {
        return this instanceof Found<E> found ? Optional.of(found.found()) : Optional.empty();
    }

    /** The record of the owner; see {@link DirectoryEntry#ownership} for how sure that is. */
    record Found<E extends DirectoryEntry>(E found, List<SourceReport> sources) implements Answer<E> {
        public Found {
            sources = List.copyOf(sources);
        }
    }

    /** No source has such a record. */
    record NotFound<E extends DirectoryEntry>(List<SourceReport> sources) implements Answer<E> {
        public NotFound {
            sources = List.copyOf(sources);
        }
    }

    /** It is not known: a source that may own the record could not be asked. */
    record Unavailable<E extends DirectoryEntry>(List<SourceReport> sources) implements Answer<E> {
        public Unavailable {
            sources = List.copyOf(sources);
        }
    }
}
