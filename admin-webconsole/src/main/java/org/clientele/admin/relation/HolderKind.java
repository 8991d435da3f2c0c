package org.clientele.admin.relation;

import java.util.List;
import java.util.Set;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Holder;

/** Who has permissions, as far as the matrix tells people and companies apart. */
enum HolderKind {
    CUSTOMER_USER("access.always") {
        @Override
        Holder holder(String id) {
            return new Holder.CustomerUser(id);
        }

        @Override
        List<Context> contexts(AccessRules rules) {
            return List.of(Context.SAME_CUSTOMER);
        }

        @Override
        Set<String> always(AccessRules rules) {
            return rules.alwaysGroups();
        }
    },
    CUSTOMER("access.customerAlways") {
        @Override
        Holder holder(String id) {
            return new Holder.Customer(id);
        }

        @Override
        List<Context> contexts(AccessRules rules) {
            return rules.contexts();
        }

        @Override
        Set<String> always(AccessRules rules) {
            return rules.customerAlwaysGroups();
        }
    };

    private final String alwaysWords;

    HolderKind(String alwaysWords) {
        this.alwaysWords = alwaysWords;
    }

    /** The key of the sentence about groups in which everybody of this kind has everything. */
    String alwaysWords() {
        return alwaysWords;
    }

    abstract Holder holder(String id);

    /** The contexts in which permissions are given. */
    abstract List<Context> contexts(AccessRules rules);

    /** The names of the groups in which everybody of this kind has everything. */
    abstract Set<String> always(AccessRules rules);
}
