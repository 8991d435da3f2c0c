package org.clientele.admin.relation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.access.Assignments;
import org.clientele.access.Assignments.Assignment;
import org.clientele.admin.text.Words;

/** Which customers people act for besides those of their records. */
final class AssignmentRelation implements Relation {
    private static final String ASSIGNED = "assigned";
    private static final Set<String> MARKS = Set.of(ASSIGNED);

    private final Side users;
    private final Side customers;
    private final Assignments assignments;

    AssignmentRelation(Side users, Side customers, Assignments assignments) {
        this.users = users;
        this.customers = customers;
        this.assignments = assignments;
    }

    @Override
    public Side left() {
        return users;
    }

    @Override
    public Side right() {
        return customers;
    }

    @Override
    public List<Block> blocks(Words words) {
        Mark assigned = new Mark(ASSIGNED, words.get("usersCustomers.assigned"));
        return List.of(new Block("", List.of(assigned), Optional.empty()));
    }

    @Override
    public Map<String, Set<String>> ofLeft(Entry user, List<Entry> some) throws DirectoryException {
        return marks(assignments.assigned(user.id()));
    }

    @Override
    public Map<String, Set<String>> ofRight(Entry customer, List<Entry> people) throws DirectoryException {
        return marks(assignments.assignedTo(
                customer.id(), people.stream().map(Entry::id).toList()));
    }

    private static Map<String, Set<String>> marks(Collection<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> MARKS));
    }

    @Override
    public Optional<Settled> settled(Entry user, Entry customer) {
        boolean named = user.customerIds().stream().anyMatch(customer.id()::equalsIgnoreCase);
        return named ? Optional.of(new Settled(0, "usersCustomers.named")) : Optional.empty();
    }

    @Override
    public List<RelationChange> change(List<RelationChange> changes, Actor actor) throws DirectoryException {
        Set<Assignment> made = assignments.change(
                changes.stream().map(AssignmentRelation::assignment).toList(), actor);
        return changes.stream()
                .filter(change -> made.contains(assignment(change)))
                .toList();
    }

    private static Assignment assignment(RelationChange change) {
        return new Assignment(
                change.left().id(), change.right().id(), change.after().contains(ASSIGNED));
    }

    @Override
    public List<String> notices(Words words) {
        return List.of();
    }
}
