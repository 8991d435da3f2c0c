package org.clientele.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.SuspendedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The permissions that were given to customer users and to customers themselves, in groups; what follows from them is in
 * {@link EffectivePermissions}. They belong to the person or the company: whoever gets somebody else's login does not get his
 * permissions, and who gets another login keeps them. An OSGi service; any thread may call.
 */
@ProviderType
public interface Permissions {

    /** The most changes that are made at once. */
    int MOST_CHANGES = 10_000;

    /** What is configured. Calls nobody. */
    AccessRules rules();

    /**
     * What a holder was given, by the id of the group; groups without permission are missing. Where {@code rw} was given,
     * nothing else is listed in its context.
     *
     * @throws NotFoundException if there is no such customer user or customer
     * @throws SourceUnavailableException if it is not certain who owns the login or customer ID
     * @throws SuspendedException if the login belongs to another person than before
     */
    Map<Long, Set<Permission>> of(Holder holder) throws DirectoryException;

    /**
     * What holders were given in one group; holders without permission, and such that are not known, are missing.
     *
     * @param holders at most {@value #MOST_CHANGES}
     * @throws SourceUnavailableException if it is not certain who owns a login or customer ID
     */
    Map<Holder, Set<Permission>> in(long group, Collection<? extends Holder> holders) throws DirectoryException;

    /**
     * Gives and takes permissions. Each change is made whole or not at all and touches the one holder and the one group that
     * it names. It is made only where the holder has what {@link PermissionChange#before} says; otherwise somebody else was
     * quicker, and it is left out. Permissions of types and contexts that are not configured at the moment stay as they are,
     * whether or not {@link PermissionChange#after} names them.
     *
     * @param changes at most {@value #MOST_CHANGES}
     * @param actor who does it
     * @return the changes that were made, without those that change nothing
     * @throws InvalidInputException if a type or context is not configured ({@code type}, {@code context}), a context is not
     *     one for customer users ({@code context}), there is no such group ({@code group}), or there are too many changes
     *     ({@code changes}); nothing was changed
     * @throws NotFoundException if there is no such customer user or customer; nothing was changed
     * @throws SourceUnavailableException if it is not certain who owns a login or customer ID; nothing was changed
     * @throws SuspendedException if a login belongs to another person than before; nothing was changed
     */
    List<PermissionChange> change(Collection<PermissionChange> changes, Actor actor) throws DirectoryException;
}
