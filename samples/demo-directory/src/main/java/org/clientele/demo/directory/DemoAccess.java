package org.clientele.demo.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.field.Fields;

/** Groups, and who has what in them, the same every time. */
final class DemoAccess {
    private static final int SEED = 40;
    private static final int PEOPLE = 80;
    private static final List<String> TYPES = List.of("ro", "create", "rw");

    private DemoAccess() {}

    /** Names and comments. */
    static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("users", "Everybody");
        groups.put("Hardware", "Printers, screens, keyboards");
        groups.put("Software", "Licences and installations");
        groups.put("Network", "Lines, Wi-Fi, VPN");
        groups.put("Telephony", "");
        groups.put("Accounts", "Joiners, movers, leavers");
        groups.put("Invoices", "Questions about money");
        groups.put("Deliveries", "Where is my parcel?");
        groups.put("Returns", "");
        groups.put("Sales", "Offers and orders");
        groups.put("Facility Management", "Doors, light, heating");
        groups.put("Data Protection", "Only for officers");
        groups.put("日本サポート", "Support in Japanese");
        groups.put("Archive", "No longer used");
        return groups;
    }

    static Validity validity(String group) {
        return group.equals("Archive") ? Validity.INVALID : Validity.VALID;
    }

    /** What customers and customer users are given. */
    static List<PermissionChange> permissions(List<Group> groups) {
        Random random = new Random(SEED);
        List<PermissionChange> given = new ArrayList<>();
        for (String customerId : DemoCompanies.ids()) {
            for (Group group : groups) {
                if (random.nextInt(4) == 0) {
                    given.add(given(new Holder.Customer(customerId), group, ofCustomer(random)));
                }
            }
        }
        for (String login : logins(PEOPLE)) {
            Group group = groups.get(random.nextInt(groups.size()));
            given.add(given(new Holder.CustomerUser(login), group, Set.of(Permission.of(any(random)))));
        }
        return given;
    }

    /** Who acts for a further customer. */
    static List<Assignment> assignments() {
        Random random = new Random(SEED);
        List<String> customerIds = DemoCompanies.ids();
        return logins(PEOPLE / 2).stream()
                .map(login -> new Assignment(login, customerIds.get(random.nextInt(customerIds.size())), true))
                .toList();
    }

    private static List<String> logins(int most) {
        return DemoUsers.all().stream()
                .limit(most)
                .map(fields -> fields.getOrDefault(Fields.LOGIN, ""))
                .toList();
    }

    private static Set<Permission> ofCustomer(Random random) {
        Permission own = Permission.of(any(random));
        return random.nextInt(5) == 0 ? Set.of(own, new Permission(Context.OTHER_CUSTOMERS, "ro")) : Set.of(own);
    }

    private static String any(Random random) {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private static PermissionChange given(Holder holder, Group group, Set<Permission> permissions) {
        return new PermissionChange(holder, group.id(), Set.of(), permissions);
    }
}
