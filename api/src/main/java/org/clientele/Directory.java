package org.clientele;

import java.util.List;
import java.util.Set;
import org.clientele.field.Field;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One directory over all configured sources of a kind. Sources are asked in parallel, each within its own time limit; a
 * call returns when every source that matters has answered or used up its limit. Any thread may call.
 *
 * @param <E> the kind of record
 */
@ProviderType
public interface Directory<E extends DirectoryEntry> {

    /**
     * Looks up a record by its exact login or customer ID, valid or not. The first source in slot order that has it owns it;
     * the same id in a later source is never answered.
     */
    Answer<E> find(String id);

    /**
     * As {@link #find}, from the sources themselves: nothing that is remembered of an earlier look-up. For whoever shows a
     * record in order to change it.
     */
    Answer<E> ask(String id);

    /**
     * Lists records in the order of their lower-case ids, page by page, or in another order: then there is one page alone,
     * and a source with more matching records than it shows is reported {@link Outcome#TRUNCATED}.
     *
     * @throws InvalidInputException if the search is not acceptable ({@code search}, {@code id}, {@code customerId},
     *     {@code email}, or the variable of a condition), or order, limit, cursor or source are not ({@code order},
     *     {@code limit}, {@code after}, {@code source})
     * @throws SourceUnavailableException if a source configured with {@code die} is unavailable and the request does not say
     *     to go on without it
     */
    Page<E> list(ListRequest request) throws InvalidInputException, SourceUnavailableException;

    /**
     * Counts the records that a list of all pages would have. Order, limit and cursor of the request do not matter. Costs
     * sources more than a page does; a source that cannot count is walked, up to 10,000 records.
     *
     * @throws InvalidInputException as {@link #list} does
     * @throws SourceUnavailableException as {@link #list} does
     */
    Count count(ListRequest request) throws InvalidInputException, SourceUnavailableException;

    /**
     * The fields of all sources that are there now, in the order of slots and maps: each variable once, as the first source
     * defines it, with the allowed values of all sources, of which the first source's labels stand. Passwords are not among
     * them. Calls no source.
     */
    List<Field> fields();

    /**
     * Adds a record to the named source.
     *
     * @return the record as the source stored it
     * @throws InvalidInputException if a rule refuses a value
     * @throws AlreadyExistsException if a value that must be unique is in use, or being written by somebody else
     * @throws ReadOnlyException if the source takes no records
     * @throws SourceUnavailableException if the source, or another one that uniqueness depends on, cannot be asked; nothing was
     *     added
     * @throws UncertainException if the answer of the source was lost
     * @throws StoreUnavailableException if the directory's store cannot be reached
     */
    E add(Addition addition) throws DirectoryException;

    /**
     * Changes the named fields of a record in the source that owns it. A changed {@code UserLogin} renames the customer user,
     * where the source can do that: preferences and all else that hangs on the person stay with him. A changed
     * {@code CustomerID} renames the customer, see {@link org.clientele.customer.Customers#updateAndMove}.
     *
     * @return the record as it is afterwards
     * @throws NotFoundException if no source has the record
     * @throws InvalidInputException if a rule refuses a value
     * @throws AlreadyExistsException if a value that must be unique is in use, or being written by somebody else
     * @throws StaleException if the record, or one of the named fields, was changed since it was read
     * @throws ReadOnlyException if the owner takes no changes
     * @throws SourceUnavailableException if the owner cannot be asked or is not certain; nothing was changed
     * @throws UncertainException if the answer of the source was lost
     * @throws StoreUnavailableException if the directory's store cannot be reached
     */
    E update(Change change) throws DirectoryException;

    /**
     * Checks what {@link #add} checks, and adds nothing. What only the write itself shows stays open: what others write
     * meanwhile, and what the storage refuses.
     *
     * @throws DirectoryException as {@link #add} does
     */
    void check(Addition addition) throws DirectoryException;

    /**
     * Checks what {@link #update} checks, and changes nothing, as {@link #check(Addition)} does. Whether a record can be renamed
     * is left to the write.
     *
     * @return the variables that would change
     * @throws DirectoryException as {@link #update} does
     */
    Set<String> check(Change change) throws DirectoryException;

    /**
     * What a view of a record shows, in the order of the source's map: labels, values as people read them, links. Empty
     * fields are left out, the password always is. Calls no source.
     *
     * @param view {@link Shown#RECORD} for the record view, {@link Shown#SHORT} for the short view of pickers and tickets (the
     *     record view, if the map marks no field for it), {@link Shown#FORM} for every field
     */
    List<ViewRow> view(E entry, Shown view);

    /** The configured slots in order, whatever their state. Calls no source. */
    List<SourceStatus> sources();

    /** Sentences for people about the directory as a whole, as in {@link Page#notices()}; usually none. Calls no source. */
    List<String> notices();

    /**
     * Forgets cached look-ups of all sources, and has configurations with placeholders such as {@code $[secret:name]} read
     * again, so that what was provided or changed since counts. Returns before these sources are back.
     */
    void refresh();
}
