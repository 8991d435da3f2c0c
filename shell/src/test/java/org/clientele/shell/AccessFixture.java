package org.clientele.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.InvalidInputException;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.Assignments;
import org.clientele.access.Context;
import org.clientele.access.CustomerAccess;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Groups;
import org.clientele.access.Holder;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Permissions;
import org.clientele.access.Reason;
import org.clientele.customer.Customer;

/** Groups and permissions in memory: answers what a test sets and keeps what it was asked. */
final class AccessFixture {
    static final Group SALES = new Group(7, "Sales", "They sell", Validity.VALID, 3);
    static final Group OLD = new Group(8, "Old", "", Validity.INVALID, 1);

    final List<String> asked = new ArrayList<>();
    final Map<Holder, Set<Permission>> given = new HashMap<>();
    boolean someoneQuicker;

    final Groups groups = new Groups() {
        @Override
        public List<Group> list() {
            return List.of(OLD, SALES);
        }

        @Override
        public Optional<Group> find(String name) {
            return list().stream().filter(g -> g.name().equalsIgnoreCase(name)).findFirst();
        }

        @Override
        public Group add(String name, String comment, Validity validity, Actor actor) {
            asked.add("add " + name + "|" + comment + "|" + validity.key() + " by " + actor.name());
            return new Group(9, name, comment, validity, 1);
        }

        @Override
        public Group update(Group group, Actor actor) {
            asked.add("update " + group + " by " + actor.name());
            return group;
        }
    };

    final Permissions permissions = new Permissions() {
        @Override
        public AccessRules rules() {
            return new AccessRules(
                    true, List.of("ro", "rw"), List.of(Context.SAME_CUSTOMER), Set.of("users"), Set.of("users"));
        }

        @Override
        public Map<Long, Set<Permission>> of(Holder holder) {
            return Map.of(SALES.id(), given.getOrDefault(holder, Set.of()));
        }

        @Override
        public Map<Holder, Set<Permission>> in(long group, Collection<? extends Holder> holders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PermissionChange> change(Collection<PermissionChange> changes, Actor actor)
                throws InvalidInputException {
            asked.add("change by " + actor.name());
            for (PermissionChange change : changes) {
                requireTypes(change);
            }
            if (someoneQuicker) {
                return List.of();
            }
            changes.forEach(change -> given.put(change.holder(), change.after()));
            return changes.stream()
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
        }

        private void requireTypes(PermissionChange change) throws InvalidInputException {
            for (Permission permission : change.after()) {
                if (!rules().types().contains(permission.type())) {
                    throw new InvalidInputException(
                            "type", "There is no permission type \"" + permission.type() + "\"; use one of ro, rw.");
                }
            }
        }
    };

    final Assignments assignments = new Assignments() {
        private final Set<String> assigned = new LinkedHashSet<>();

        @Override
        public Set<String> customers(String login) {
            Set<String> all = new LinkedHashSet<>(List.of("acme"));
            all.addAll(assigned);
            return all;
        }

        @Override
        public Set<String> assigned(String login) {
            return assigned;
        }

        @Override
        public Set<String> assignedTo(String customerId, Collection<String> logins) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Assignment> change(Collection<Assignment> changes, Actor actor) {
            asked.add("assign by " + actor.name());
            Set<Assignment> made = new LinkedHashSet<>(changes);
            made.removeIf(one -> one.active() == assigned.contains(one.customerId()));
            made.forEach(one -> {
                if (one.active()) {
                    assigned.add(one.customerId());
                } else {
                    assigned.remove(one.customerId());
                }
            });
            return made;
        }
    };

    final EffectivePermissions effective = new EffectivePermissions() {
        @Override
        public List<GroupAccess> groups(String login) {
            return List.of(new GroupAccess(
                    SALES,
                    Map.of(
                            "ro",
                            List.of(
                                    Reason.of(Reason.Kind.DIRECT),
                                    Reason.through(Reason.Kind.CUSTOMER, "O'Brien & Co")))));
        }

        @Override
        public boolean may(String login, String group, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemberPage members(long group, String type, Optional<String> after, int limit) {
            asked.add("members of " + group + " " + type + " after " + after.orElse("-") + " limit " + limit);
            Member member = new Member(
                    DirectoryFixture.user("ünal", "Ünal", Ownership.CONFIRMED), List.of(Reason.of(Reason.Kind.ALWAYS)));
            SourceReport away = new SourceReport("CustomerUser1", Outcome.FAILED, Duration.ZERO, "Refused");
            return new MemberPage(List.of(member), Optional.of("CURSOR"), List.of(away), true);
        }

        @Override
        public List<CustomerAccess> customers(String login) {
            Customer customer = new Customer(
                    "acme", "CustomerCompany", true, "Acme", Validity.VALID, Ownership.CONFIRMED, Map.of());
            return List.of(new CustomerAccess(customer, true, List.of(SALES)));
        }
    };
}
