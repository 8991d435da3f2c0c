package org.clientele.privacy;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.CustomerUser;
import org.clientele.DisabledHere;
import org.clientele.access.CustomerAccess;
import org.clientele.access.GroupAccess;
import org.clientele.audit.AuditEntry;

/**
 * Everything that is known about one person.
 *
 * @param at when it was collected
 * @param customerUser the record of the source that owns the login
 * @param shadowed records with the login in other sources; perhaps of somebody else
 * @param notAsked the slots that could not be asked whether they have one
 * @param references the references that have, or had, the login; former ones perhaps of somebody else
 * @param suspended whether it is not clear who the login stands for; then {@code relations} is empty
 * @param relations what hangs on the person
 * @param changes the entries of the audit about the person, the oldest first, up to {@link KeptData#MOST_COUNTED}
 * @param made the entries about changes that somebody of the person's login made, the newest first, up to as many; perhaps an
 *     administrator of the same name
 */
public record KnownPerson(
        Instant at,
        CustomerUser customerUser,
        List<CustomerUser> shadowed,
        List<String> notAsked,
        List<Reference> references,
        boolean suspended,
        Relations relations,
        List<AuditEntry> changes,
        List<AuditEntry> made) {

    public KnownPerson {
        changes = List.copyOf(changes);
        made = List.copyOf(made);
        shadowed = List.copyOf(shadowed);
        notAsked = List.copyOf(notAsked);
        references = List.copyOf(references);
    }

    /**
     * By what the directory remembers a person.
     *
     * @param sourceId the id of the source
     * @param login the login as it was stored last
     * @param nativeId the identity of the source's storage, empty if it has none
     * @param confirmedAt when the source was last known to own the login
     * @param state what the reference stands for
     * @param pendingLogin the login that the person is being renamed to
     * @param disabledHere that the person was disabled in this directory, by whom, when and why; empty if not
     */
    public record Reference(
            String sourceId,
            String login,
            Optional<String> nativeId,
            Instant confirmedAt,
            State state,
            Optional<String> pendingLogin,
            Optional<DisabledHere> disabledHere) {

        /** What a reference stands for. */
        public enum State {
            /** The owner of the login. */
            OWNER,
            /** Somebody who had the login, or has it in a later source. */
            OTHER,
            /** Nobody any more. */
            FORMER
        }
    }

    /**
     * What hangs on a person.
     *
     * @param preferences texts by key
     * @param tokens what was given out and not used
     * @param permissions what was given to the person himself, by the name of the group: types in any order
     * @param assigned the customers that were assigned
     * @param groups what the person may do, and why; nothing if he is not valid
     * @param customers the customers to whose matters he has access; nothing if he is not valid
     */
    public record Relations(
            Map<String, String> preferences,
            List<KeptToken> tokens,
            Map<String, Set<String>> permissions,
            Set<String> assigned,
            List<GroupAccess> groups,
            List<CustomerAccess> customers) {

        /** Nothing hangs on him. */
        public static final Relations NONE =
                new Relations(Map.of(), List.of(), Map.of(), Set.of(), List.of(), List.of());

        public Relations {
            preferences = Collections.unmodifiableMap(new LinkedHashMap<>(preferences));
            tokens = List.copyOf(tokens);
            Map<String, Set<String>> copy = new LinkedHashMap<>();
            permissions.forEach((group, types) -> copy.put(group, Set.copyOf(types)));
            permissions = Collections.unmodifiableMap(copy);
            assigned = Collections.unmodifiableSet(new LinkedHashSet<>(assigned));
            groups = List.copyOf(groups);
            customers = List.copyOf(customers);
        }
    }

    /**
     * A token that was given out and not used, without what proves it.
     *
     * @param purpose what it is good for
     * @param expiresAt from when on it is worth nothing
     */
    public record KeptToken(String purpose, Instant expiresAt) {}

    /**
     * The same as a tree of maps, lists, texts and truths that any JSON library writes; {@code docs/data-protection.md}
     * describes it. Keys are in the order of that page.
     */
    public Map<String, Object> document() {
        return PersonDocument.of(this);
    }
}
