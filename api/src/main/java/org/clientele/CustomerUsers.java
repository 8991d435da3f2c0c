package org.clientele;

import org.clientele.field.Field;
import org.osgi.annotation.versioning.ProviderType;

/** The customer users of all sources, seen and managed as one. An OSGi service. */
@ProviderType
public interface CustomerUsers extends Directory<CustomerUser> {

    /**
     * Lists the customer IDs that customer users have, in whatever source: also those of customers that nobody added. What
     * is searched for is free text, looked for in the customer ID alone; the order is that of {@link CustomerIdPage}. A
     * source that cannot list them is walked, up to 10,000 customer users.
     *
     * @throws InvalidInputException if the search is not free text or too long ({@code search}), or if order, limit, cursor or
     *     source are not acceptable ({@code order}, {@code limit}, {@code after}, {@code source})
     * @throws SourceUnavailableException if a source configured with {@code die} is unavailable and the request does not say
     *     to go on without it
     */
    CustomerIdPage customerIds(ListRequest request) throws InvalidInputException, SourceUnavailableException;

    /**
     * Adds a field to a source: a column of {@code length} characters to its storage, then a row to the map of its
     * configuration. The source is replaced by one that has the field; that takes a moment.
     *
     * @param source the slot
     * @param field the row to add
     * @param length the most characters of a value, 1 to 4000
     * @throws InvalidInputException if the field has no acceptable name, exists already or the length is out of bounds
     * @throws ReadOnlyException if the source's storage cannot be extended, or its configuration is not a file or service
     *     configuration that can be changed
     * @throws SourceUnavailableException if the source cannot be asked
     */
    void addField(String source, Field field, int length, Actor actor) throws DirectoryException;

    /** As {@link #addField(String, Field, int, Actor)}, for a program that does not say who it is. */
    default void addField(String source, Field field, int length) throws DirectoryException {
        addField(source, field, length, Actor.program(""));
    }
}
