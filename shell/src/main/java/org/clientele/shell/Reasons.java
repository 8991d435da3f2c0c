package org.clientele.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.access.Reason;

/** Why somebody has a permission, in words. */
final class Reasons {
    private Reasons() {}

    static String text(List<Reason> reasons) {
        return reasons.stream().map(Reasons::text).collect(Collectors.joining(", "));
    }

    private static String text(Reason reason) {
        String customer = reason.customerId().orElse("");
        return switch (reason.kind()) {
            case EVERYBODY -> "group support is off";
            case DIRECT -> "given to the customer user";
            case CUSTOMER -> "given to customer " + customer;
            case ALWAYS -> "alwaysGroups";
            case CUSTOMER_ALWAYS -> "customerAlwaysGroups through customer " + customer;
        };
    }
}
