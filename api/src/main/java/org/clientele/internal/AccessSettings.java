package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.clientele.spi.Settings;

/** Reads what is configured about permissions. */
final class AccessSettings {
    private static final List<String> TYPES = List.of("ro", Permission.ALL);
    private static final List<String> ALWAYS = List.of("users");
    private static final int MOST_TYPES = 20;

    private AccessSettings() {}

    static AccessRules read(Settings settings) {
        List<Context> contexts = new ArrayList<>(List.of(Context.SAME_CUSTOMER));
        if (settings.flag("otherCustomers", false)) {
            contexts.add(Context.OTHER_CUSTOMERS);
        }
        return new AccessRules(
                settings.flag("groupSupport", false),
                types(settings),
                contexts,
                Set.copyOf(settings.list("alwaysGroups", ALWAYS)),
                Set.copyOf(settings.list("customerAlwaysGroups", ALWAYS)));
    }

    /** Refuses a permission type that is not configured. */
    static void requireType(AccessRules rules, String type) throws InvalidInputException {
        if (!rules.types().contains(type)) {
            String types = String.join(", ", rules.types());
            String message = "There is no permission type \"" + type + "\"; use one of " + types
                    + ", or add it to permissionTypes in " + DirectorySettings.PID + ".";
            throw new InvalidInputException("type", Fault.of(Fault.Kind.NO_PERMISSION_TYPE, message, type, types));
        }
    }

    /** In the configured order, the type that implies all others last. */
    private static List<String> types(Settings settings) {
        Set<String> types = new LinkedHashSet<>();
        for (String type : settings.list("permissionTypes", TYPES)) {
            if (type.matches("[a-z][a-z0-9_]{0,19}") && types.size() < MOST_TYPES) {
                types.add(type);
            } else {
                settings.error(
                        "permissionTypes",
                        "has '" + type + "'; write at most " + MOST_TYPES
                                + " types of lower-case letters, digits and _, at most 20 characters each, for example ro,"
                                + " move_into, rw");
            }
        }
        types.remove(Permission.ALL);
        types.add(Permission.ALL);
        return List.copyOf(types);
    }
}
