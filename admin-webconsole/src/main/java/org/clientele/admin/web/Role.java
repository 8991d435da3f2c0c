package org.clientele.admin.web;

import java.util.Set;
import java.util.function.Function;
import org.clientele.access.AdministratorRoles;
import org.clientele.admin.text.Words;

/** What an administrator may do. Every {@link Route} names the one that it needs. */
public enum Role {
    /** See what is there. Everybody may who may do anything. */
    VIEW(AdministratorRoles.VIEW, AdministratorRoles::view),
    /** Change customer users, and what relates them, their customers and groups. */
    MANAGE_CUSTOMER_USERS(AdministratorRoles.CUSTOMER_USERS, AdministratorRoles::customerUsers),
    /** Change customers and groups. */
    MANAGE_CUSTOMERS(AdministratorRoles.CUSTOMERS, AdministratorRoles::customers),
    /** Set passwords, where the record may be changed at all. */
    SET_PASSWORDS(AdministratorRoles.PASSWORDS, AdministratorRoles::passwords),
    /** See configurations of sources and test drafts of them: those may name any server and any database. */
    TEST_DRAFTS(AdministratorRoles.SOURCES, AdministratorRoles::sources);

    private final String setting;
    private final Function<AdministratorRoles, Set<String>> names;

    Role(String setting, Function<AdministratorRoles, Set<String>> names) {
        this.setting = setting;
        this.names = names;
    }

    /** The sentence for whoever lacks it: what is needed, and where it is configured. */
    public String lacking(Words words) {
        return words.get("role.lacking", words.get("role." + setting), setting);
    }

    /** The sentence above what somebody may see but not change. */
    public String toChange(Words words) {
        return words.get("role.toChange", words.get("role." + setting), setting);
    }

    /** The key of {@code org.clientele.directory} that says who has it. */
    public String setting() {
        return setting;
    }

    /** The container's roles that have it. */
    Set<String> among(AdministratorRoles settings) {
        return names.apply(settings);
    }
}
