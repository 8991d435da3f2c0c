package org.clientele.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;

/** Conflicts in memory, two at once. */
final class MemoryConflicts implements Conflicts {
    private static final int PORTION = 2;

    final List<Conflict> all = new ArrayList<>();
    final List<String> decided = new ArrayList<>();
    private final MemoryStore store;

    MemoryConflicts(MemoryStore store) {
        this.store = store;
    }

    @Override
    public ConflictPage find(ConflictKind kind, Optional<String> after, int limit) throws StoreUnavailableException {
        store.check();
        List<Conflict> some =
                all.stream().filter(conflict -> conflict.kind() == kind).toList();
        int start = after.map(Integer::parseInt).orElse(0);
        int end = Math.min(some.size(), start + PORTION);
        Optional<String> next = end < some.size() ? Optional.of(Integer.toString(end)) : Optional.empty();
        return new ConflictPage(some.subList(start, end), next, 1000L * end, List.of(), false);
    }

    @Override
    public UnfinishedRename.Place finish(UnfinishedRename rename, Actor actor) throws DirectoryException {
        UnfinishedRename known = all.stream()
                .filter(UnfinishedRename.class::isInstance)
                .map(UnfinishedRename.class::cast)
                .filter(one -> one.id().equals(rename.id()) && one.newId().equals(rename.newId()))
                .filter(one -> one.of() == rename.of() && one.sourceId().equals(rename.sourceId()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is none."));
        if (known.place() != UnfinishedRename.Place.UNKNOWN) {
            all.remove(known);
            decided.add("finish " + known.id() + " by " + actor.name());
        }
        return known.place();
    }

    @Override
    public CustomerUser samePerson(String login, String remembered, String told, Actor actor)
            throws DirectoryException {
        return decide("same", login, remembered, told, actor);
    }

    @Override
    public CustomerUser anotherPerson(String login, String remembered, String told, Actor actor)
            throws DirectoryException {
        return decide("another", login, remembered, told, actor);
    }

    private CustomerUser decide(String what, String login, String remembered, String told, Actor actor)
            throws DirectoryException {
        SuspendedReference known = all.stream()
                .filter(SuspendedReference.class::isInstance)
                .map(SuspendedReference.class::cast)
                .filter(one -> one.user().login().equals(login))
                .filter(one -> one.remembered().equals(remembered) && one.told().equals(told))
                .findFirst()
                .orElseThrow(() -> new StaleException("It is settled."));
        all.remove(known);
        decided.add(what + " " + login + " by " + actor.name());
        return known.user();
    }
}
