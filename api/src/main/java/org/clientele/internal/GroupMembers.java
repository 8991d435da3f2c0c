package org.clientele.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Condition;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Permission;
import org.clientele.access.Reason;
import org.clientele.field.Fields;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.Criterion;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;

/**
 * The members of a group: those who may be members are listed in order, from the store and from the sources, and
 * {@link GrantRules} decides about each. So the members of a group and the groups of a member cannot disagree.
 */
final class GroupMembers {
    /** With more customers than this in a group, or if case matters somewhere, everybody is a candidate. */
    private static final int MOST_CUSTOMERS = 5000;

    private static final int MOST_PATTERNS = 64;
    private static final int MOST_ROUNDS = 20;

    private final Persons persons;
    private final Memory memory;
    private final GrantRules rules;
    private final GrantLookUp lookUp;

    GroupMembers(Persons persons, Memory memory, GrantRules rules, GrantLookUp lookUp) {
        this.persons = persons;
        this.memory = memory;
        this.rules = rules;
        this.lookUp = lookUp;
    }

    /** Where many candidates are no members, further rounds fill the page, though not without end. */
    MemberPage page(Group group, String type, Optional<Cursor> after, int limit) throws DirectoryException {
        List<Member> members = new ArrayList<>();
        Candidates candidates = Candidates.NONE;
        Optional<Cursor> cursor = after;
        boolean incomplete = false;
        if (group.validity() == Validity.VALID) {
            int round = 0;
            do {
                candidates = candidates(group, type, cursor, limit).first(limit - members.size());
                members.addAll(members(group, type, candidates));
                cursor = candidates.end();
                incomplete |= candidates.incomplete();
            } while (cursor.isPresent() && members.size() < limit && ++round < MOST_ROUNDS);
        }
        return new MemberPage(members, candidates.end().map(Cursor::encode), candidates.reports(), incomplete);
    }

    private List<Member> members(Group group, String type, Candidates candidates) throws DirectoryException {
        List<Person> people = persons.of(candidates.hits()).stream()
                .filter(person -> person.hit().validity() == Validity.VALID)
                .toList();
        List<Member> members = new ArrayList<>();
        for (Map.Entry<Person, GrantFacts> entry : lookUp.facts(people).entrySet()) {
            List<Reason> reasons = rules.reasons(group, entry.getValue()).getOrDefault(type, List.of());
            if (!reasons.isEmpty()) {
                members.add(
                        new Member(CustomerUserDirectory.entry(entry.getKey().hit()), reasons));
            }
        }
        return members;
    }

    private Candidates candidates(Group group, String type, Optional<Cursor> cursor, int limit)
            throws DirectoryException {
        List<Slot> slots = persons.slots();
        Set<Permission> giving = GrantRules.giving(Context.SAME_CUSTOMER, type);
        Set<String> customerIds = memory.look(s -> s.permissions().customersWith(Set.of(group.id()), giving)).stream()
                .map(CustomerReference::customerIds)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        boolean everybody = rules.concernsEverybody(group)
                || customerIds.size() > MOST_CUSTOMERS
                || slots.stream().anyMatch(GroupMembers::caseMatters);
        if (everybody) {
            return listed(Criterion.ALL, slots, cursor, limit);
        }
        Candidates kept = kept(group, giving, slots, cursor, limit);
        return customerIds.isEmpty()
                ? kept
                : kept.with(listed(new Criterion.Detailed(List.of(), customerIds, Set.of()), slots, cursor, limit))
                        .with(further(customerIds, slots, cursor, limit));
    }

    /** Those whom the store knows to have the permission themselves, or an assignment to a customer who has it. */
    private Candidates kept(Group group, Set<Permission> giving, List<Slot> slots, Optional<Cursor> cursor, int limit)
            throws StoreUnavailableException {
        Optional<String> afterKey = cursor.map(Cursor::key);
        List<Owner> owners = memory.look(s -> s.permissions().customerUsersWith(group.id(), giving, afterKey, limit));
        if (owners.isEmpty()) {
            return Candidates.NONE;
        }
        Set<String> logins = new HashSet<>();
        for (Owner owner : owners) {
            logins.add(owner.login());
            owner.pending().ifPresent(to -> logins.add(to.login()));
        }
        Candidates present = listed(new Criterion.Ids(logins), slots, Optional.empty(), logins.size());
        String lastKey = owners.get(owners.size() - 1).loginKey();
        return owners.size() < limit ? present : present.upTo(Cursor.behindKey(lastKey));
    }

    /** Those whose records name a customer among their further ones; found by text, for they are kept as one. */
    private Candidates further(Set<String> customerIds, List<Slot> slots, Optional<Cursor> cursor, int limit) {
        List<Slot> having = slots.stream()
                .filter(slot -> slot.source()
                        .flatMap(source -> source.description().field(Fields.FURTHER_CUSTOMERS))
                        .isPresent())
                .toList();
        if (having.isEmpty()) {
            return Candidates.NONE;
        }
        Condition condition = customerIds.size() > MOST_PATTERNS
                ? new Condition.Empty(Fields.FURTHER_CUSTOMERS, false)
                : new Condition.Like(
                        Fields.FURTHER_CUSTOMERS,
                        customerIds.stream().map(id -> "*" + id + "*").collect(Collectors.toSet()));
        return listed(new Criterion.Detailed(List.of(condition), Set.of(), Set.of()), having, cursor, limit);
    }

    private Candidates listed(Criterion criterion, List<Slot> asked, Optional<Cursor> cursor, int limit) {
        Question question = new Question(criterion, asked, Map.of());
        ListRequest request = ListRequest.ALL.withLimit(limit);
        Listing.Result result = new Listing(persons.slots(), memory, question, request, cursor).page();
        return Candidates.of(result);
    }

    private static boolean caseMatters(Slot slot) {
        return slot.source()
                .map(source -> source.description().search().caseSensitive())
                .orElse(false);
    }
}
