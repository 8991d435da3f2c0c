package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.CustomerAccess;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.MemberPage;
import org.clientele.access.Reason;
import org.clientele.internal.Persons.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link EffectivePermissions}. */
@Component(service = EffectivePermissions.class)
public final class DerivedPermissions implements EffectivePermissions {
    private final Persons persons;
    private final Memory memory;
    private final AccessRules rules;
    private final GrantRules grantRules;
    private final GrantLookUp lookUp;
    private final GroupMembers members;
    private final CustomerReach reach;

    @Activate
    public DerivedPermissions(
            @Reference CustomerUserDirectory customerUsers,
            @Reference CustomerDirectory customers,
            @Reference Memory memory,
            @Reference DirectorySettings settings) {
        this.persons = customerUsers.persons();
        this.memory = memory;
        this.rules = settings.accessRules();
        this.grantRules = new GrantRules(rules);
        this.lookUp = new GrantLookUp(customers, memory);
        this.members = new GroupMembers(persons, memory, grantRules, lookUp);
        this.reach = new CustomerReach(customers, memory, rules);
    }

    @Override
    public List<GroupAccess> groups(String login) throws DirectoryException {
        Person person = persons.require(login);
        if (!isValid(person)) {
            return List.of();
        }
        GrantFacts facts = facts(person);
        List<GroupAccess> access = new ArrayList<>();
        for (Group group : all()) {
            Map<String, List<Reason>> reasons = grantRules.reasons(group, facts);
            if (!reasons.isEmpty()) {
                access.add(new GroupAccess(group, reasons));
            }
        }
        return access;
    }

    @Override
    public boolean may(String login, String group, String type) throws DirectoryException {
        AccessSettings.requireType(rules, type);
        return groups(login).stream()
                .anyMatch(access -> KeptGroups.isNamed(access.group(), group)
                        && access.types().containsKey(type));
    }

    @Override
    public MemberPage members(long group, String type, Optional<String> after, int limit) throws DirectoryException {
        AccessSettings.requireType(rules, type);
        if (limit < 1 || limit > MOST_MEMBERS) {
            throw new InvalidInputException(
                    "limit",
                    Fault.of(Fault.Kind.BAD_LIMIT, "The limit must be from 1 to " + MOST_MEMBERS + ".", MOST_MEMBERS));
        }
        Optional<Cursor> cursor = after.isPresent() ? Optional.of(Cursor.decode(after.get())) : Optional.empty();
        Group found =
                all().stream().filter(one -> one.id() == group).findFirst().orElseThrow(KeptGroups::missing);
        return members.page(found, type, cursor, limit);
    }

    @Override
    public List<CustomerAccess> customers(String login) throws DirectoryException {
        Person person = persons.require(login);
        return isValid(person) ? reach.of(facts(person), all()) : List.of();
    }

    private GrantFacts facts(Person person) throws DirectoryException {
        return lookUp.facts(List.of(person)).values().iterator().next();
    }

    private List<Group> all() throws StoreUnavailableException {
        return memory.look(s -> s.groups().all());
    }

    private static boolean isValid(Person person) {
        return person.hit().record().validity() == Validity.VALID;
    }
}
