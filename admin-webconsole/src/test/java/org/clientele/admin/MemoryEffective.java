package org.clientele.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.Page;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.CustomerAccess;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Holder;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Permission;
import org.clientele.access.Reason;
import org.clientele.access.Reason.Kind;
import org.clientele.customer.Customer;

/** The definition of effective permissions, person by person. */
final class MemoryEffective implements EffectivePermissions {
    private final MemoryStore store;
    private final MemoryUsers users;
    private final MemoryCustomers customers;
    private final MemoryGroups groups;
    private final MemoryAssignments assignments;

    MemoryEffective(
            MemoryStore store,
            MemoryUsers users,
            MemoryCustomers customers,
            MemoryGroups groups,
            MemoryAssignments assignments) {
        this.store = store;
        this.users = users;
        this.customers = customers;
        this.groups = groups;
        this.assignments = assignments;
    }

    @Override
    public List<GroupAccess> groups(String login) throws DirectoryException {
        store.require(new Holder.CustomerUser(login));
        store.check();
        CustomerUser user = users.find(login).entry().orElseThrow();
        List<GroupAccess> all = new ArrayList<>();
        for (Group group : groups.list()) {
            Map<String, List<Reason>> types = new LinkedHashMap<>();
            for (String type : store.rules.types()) {
                List<Reason> reasons = reasons(user, group, type);
                if (!reasons.isEmpty()) {
                    types.put(type, reasons);
                }
            }
            if (!types.isEmpty()) {
                all.add(new GroupAccess(group, types));
            }
        }
        return all;
    }

    @Override
    public boolean may(String login, String group, String type) throws DirectoryException {
        checkType(type);
        return groups(login).stream()
                .anyMatch(access -> access.group().name().equalsIgnoreCase(group)
                        && access.types().containsKey(type));
    }

    @Override
    public MemberPage members(long id, String type, Optional<String> after, int limit) throws DirectoryException {
        checkType(type);
        Group group = groups.list().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such group."));
        if (after.isPresent() && after.get().equals("nonsense")) {
            throw new InvalidInputException("after", Fault.of(Fault.Kind.BAD_CURSOR, "This is no cursor."));
        }
        Page<CustomerUser> page =
                users.list(ListRequest.ALL.withLimit(limit).withAfter(after).withoutUnavailable(true));
        List<Member> members = new ArrayList<>();
        for (CustomerUser user : page.rows()) {
            List<Reason> reasons = reasons(user, group, type);
            if (!reasons.isEmpty()) {
                members.add(new Member(user, reasons));
            }
        }
        return new MemberPage(members, page.next(), page.sources(), page.incomplete());
    }

    @Override
    public List<CustomerAccess> customers(String login) throws DirectoryException {
        store.require(new Holder.CustomerUser(login));
        store.check();
        List<Customer> direct = actedFor(users.find(login).entry().orElseThrow());
        List<CustomerAccess> all = new ArrayList<>();
        for (Customer customer : customers.list(ListRequest.ALL).rows()) {
            List<Group> through = new ArrayList<>();
            for (Group group : groups.list()) {
                boolean others = direct.stream().anyMatch(own -> has(own, group, Context.OTHER_CUSTOMERS));
                if (others && has(customer, group, Context.SAME_CUSTOMER)) {
                    through.add(group);
                }
            }
            if (direct.contains(customer) || !through.isEmpty()) {
                all.add(new CustomerAccess(customer, direct.contains(customer), through));
            }
        }
        return all;
    }

    private List<Reason> reasons(CustomerUser user, Group group, String type) throws DirectoryException {
        AccessRules rules = store.rules;
        if (user.validity() != Validity.VALID || group.validity() != Validity.VALID) {
            return List.of();
        }
        if (!rules.groupSupport()) {
            return List.of(Reason.of(Kind.EVERYBODY));
        }
        List<Reason> reasons = new ArrayList<>();
        if (gives(new Holder.CustomerUser(user.login()), group, type)) {
            reasons.add(Reason.of(Kind.DIRECT));
        }
        List<Customer> acted = actedFor(user);
        acted.stream()
                .filter(customer -> gives(new Holder.Customer(customer.customerId()), group, type))
                .forEach(customer -> reasons.add(Reason.through(Kind.CUSTOMER, customer.customerId())));
        if (named(rules.alwaysGroups(), group)) {
            reasons.add(Reason.of(Kind.ALWAYS));
        }
        if (named(rules.customerAlwaysGroups(), group)) {
            acted.forEach(one -> reasons.add(Reason.through(Kind.CUSTOMER_ALWAYS, one.customerId())));
        }
        return reasons;
    }

    private List<Customer> actedFor(CustomerUser user) throws DirectoryException {
        return assignments.customers(user.login()).stream()
                .flatMap(id -> customers.find(id).entry().stream())
                .filter(customer -> customer.validity() == Validity.VALID)
                .toList();
    }

    private boolean gives(Holder holder, Group group, String type) {
        Set<Permission> given = store.of(holder).getOrDefault(group.id(), Set.of());
        return given.contains(Permission.of(type)) || given.contains(Permission.of(Permission.ALL));
    }

    private boolean has(Customer customer, Group group, Context context) {
        Set<Permission> given =
                store.of(new Holder.Customer(customer.customerId())).getOrDefault(group.id(), Set.of());
        return given.contains(new Permission(context, "ro")) || given.contains(new Permission(context, Permission.ALL));
    }

    private static boolean named(Set<String> names, Group group) {
        return names.stream().anyMatch(group.name()::equalsIgnoreCase);
    }

    private void checkType(String type) throws InvalidInputException {
        if (!store.rules.types().contains(type)) {
            throw new InvalidInputException("type", "There is no permission type \"" + type + "\".");
        }
    }
}
