package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.Actor;
import org.clientele.Validity;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For random people, customers, groups and permissions: both directions agree with each other, and with a model. */
class AccessPropertyTest {
    private static final List<String> TYPES = List.of("ro", "move_into", "rw");
    private static final List<String> LOGINS = List.of(
            "O'Brien",
            "Ünal",
            "カス",
            "x\"y <z>",
            "${a}",
            "%",
            "a b",
            "😀",
            "anna",
            "Bert",
            "carl",
            "dora",
            "emil",
            "Frida",
            "gus",
            "hans",
            "ida",
            "jo",
            "karl",
            "x".repeat(191));
    private static final List<String> CUSTOMERS =
            List.of("acme", "Acme2", "O'Brien & Co", "Ünal GmbH", "カス", "*", "x_y", "zeta");

    private final Random random;
    private final Map<String, Validity> customers = new TreeMap<>();
    private final Map<String, Person> people = new TreeMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> givenToPeople = new HashMap<>();
    private final Map<String, Map<String, Set<Permission>>> givenToCustomers = new HashMap<>();

    private record Person(Validity validity, Set<String> customers) {}

    AccessPropertyTest() {
        random = new Random(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void membersOfAGroupAreThoseWhoseGroupsItIsAmong(long seed) throws Exception {
        random.setSeed(seed);
        try (AccessNode node = AccessNode.open(Map.of("customerAlwaysGroups", "partners"))) {
            fill(node);
            assertDirectionsAgree(node);
            node.reopenReadOnly(Map.of("customerAlwaysGroups", "partners"));
            disableSome(node);
            assertDirectionsAgree(node);
        }
    }

    private void disableSome(AccessNode node) throws Exception {
        for (String login : LOGINS) {
            if (random.nextInt(3) == 0) {
                node.node().disabling().disable(login, "", Actor.program("test"));
                people.computeIfPresent(login, (key, person) -> new Person(Validity.INVALID, person.customers()));
            }
        }
    }

    private void assertDirectionsAgree(AccessNode node) throws Exception {
        Map<String, Set<String>> byGroups = new HashMap<>();
        for (String login : people.keySet()) {
            for (GroupAccess access : node.access().effective().groups(login)) {
                access.types().forEach((type, reasons) -> {
                    assertThat(reasons).isNotEmpty();
                    byGroups.computeIfAbsent(access.group().name() + " " + type, key -> new TreeSet<>())
                            .add(login);
                });
            }
        }
        for (Group group : groups) {
            for (String type : TYPES) {
                Set<String> modelled = modelled(group, type);
                String name = group.name() + " " + type;
                assertThat(byGroups.getOrDefault(name, Set.of())).as(name).isEqualTo(modelled);
                assertThat(node.members(group, type, 1 + random.nextInt(9)))
                        .as(name)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(modelled);
            }
        }
    }

    private Set<String> modelled(Group group, String type) {
        Set<String> members = new TreeSet<>();
        people.forEach((login, person) -> {
            boolean valid = person.validity() == Validity.VALID && group.validity() == Validity.VALID;
            if (valid && (isGiven(login, group, type) || isThroughCustomer(person, group, type))) {
                members.add(login);
            }
        });
        return members;
    }

    private boolean isGiven(String login, Group group, String type) {
        Set<String> given = givenToPeople.getOrDefault(login, Map.of()).getOrDefault(group.name(), Set.of());
        return group.name().equals("users") || given.contains(type) || given.contains("rw");
    }

    private boolean isThroughCustomer(Person person, Group group, String type) {
        for (String customer : person.customers()) {
            Set<Permission> given =
                    givenToCustomers.getOrDefault(customer, Map.of()).getOrDefault(group.name(), Set.of());
            boolean has = group.name().equals("partners")
                    || given.contains(Permission.of(type))
                    || given.contains(Permission.of("rw"));
            if (customers.get(customer) == Validity.VALID && has) {
                return true;
            }
        }
        return false;
    }

    private void fill(AccessNode node) throws Exception {
        for (String customer : CUSTOMERS) {
            customers.put(customer, validity());
            node.customer(customer, customers.get(customer));
        }
        for (String name : List.of("users", "partners", "Sales", "O'Brien", "カス", "user")) {
            groups.add(node.group(name, validity()));
        }
        for (String login : LOGINS) {
            addPerson(node, login);
        }
        for (int i = 0; i < 60; i++) {
            give(node);
        }
    }

    private void addPerson(AccessNode node, String login) throws Exception {
        // a customer that does not exist gives nothing
        String primary = random.nextInt(6) == 0 ? "nowhere" : any(CUSTOMERS);
        List<String> further = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            further.add(any(CUSTOMERS));
        }
        Set<String> all = new HashSet<>(further);
        all.add(primary);
        Validity validity = validity();
        node.user(login, primary, further, validity);
        while (random.nextInt(2) == 0) {
            String assigned = any(CUSTOMERS);
            node.assign(login, assigned);
            all.add(assigned);
        }
        people.put(login, new Person(validity, all));
    }

    private void give(AccessNode node) throws Exception {
        Group group = any(groups);
        if (random.nextBoolean()) {
            String login = any(LOGINS);
            Set<String> types = types();
            node.give(
                    new Holder.CustomerUser(login),
                    group,
                    types.stream().map(Permission::of).toArray(Permission[]::new));
            givenToPeople.computeIfAbsent(login, key -> new HashMap<>()).put(group.name(), types);
        } else {
            String customer = any(CUSTOMERS);
            Set<Permission> permissions = new HashSet<>();
            types().forEach(type -> permissions.add(new Permission(any(List.of(Context.values())), type)));
            node.give(new Holder.Customer(customer), group, permissions.toArray(Permission[]::new));
            givenToCustomers.computeIfAbsent(customer, key -> new HashMap<>()).put(group.name(), permissions);
        }
    }

    private Set<String> types() {
        Set<String> types = new HashSet<>();
        TYPES.stream().filter(type -> random.nextInt(3) == 0).forEach(types::add);
        return types;
    }

    private Validity validity() {
        return random.nextInt(5) == 0 ? any(List.of(Validity.INVALID, Validity.INVALID_TEMPORARILY)) : Validity.VALID;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
