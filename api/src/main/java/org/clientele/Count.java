package org.clientele;

import java.util.List;
import java.util.OptionalLong;

/**
 * How many records a search finds.
 *
 * @param total how many records a list of all of them would have
 * @param sources how many each source has, in the order of the slots; a login that belongs to an earlier source is counted
 *     there, too
 * @param notices sentences for people about the answer as a whole, for example that the store is away
 */
public record Count(Total total, List<SourceCount> sources, List<String> notices) {

    public Count {
        sources = List.copyOf(sources);
        notices = List.copyOf(notices);
    }

    /**
     * How many records one source has.
     *
     * @param report what became of the source
     * @param matches how many of its records match
     */
    public record SourceCount(SourceReport report, Total matches) {}

    /**
     * A number, as far as it is known.
     *
     * @param atLeast there are not fewer
     * @param atMost there are not more; empty if that is not known, because a source could not be asked or counted to its end
     */
    public record Total(long atLeast, OptionalLong atMost) {

        /** Nothing is known. */
        public static final Total UNKNOWN = new Total(0, OptionalLong.empty());

        /** Exactly so many. */
        public static Total exactly(long number) {
            return new Total(number, OptionalLong.of(number));
        }

        /** Whether the number is known exactly. */
        public boolean isExact() {
            return atMost.isPresent() && atMost.getAsLong() == atLeast;
        }
    }
}
