package org.clientele.access;

import java.util.List;
import java.util.Set;
import org.clientele.spi.Settings;

/**
 * Which roles of those who administer the system may do what in the management screens, as configured in
 * {@code org.clientele.directory}. The names are those of the container's own roles (JAAS). Whoever may do one of the others may
 * view as well. Without configuration {@code admin} may do everything and nobody else anything. A value: any thread may use it.
 *
 * @param view roles that may see everything the screens show
 * @param customerUsers roles that may manage customer users and relations
 * @param customers roles that may manage customers and groups
 * @param passwords roles that may set passwords of the customer users that they may manage
 * @param sources roles that may test drafts of sources, which may reach any server and any database
 */
public record AdministratorRoles(
        Set<String> view,
        Set<String> customerUsers,
        Set<String> customers,
        Set<String> passwords,
        Set<String> sources) {
    /** The key of {@link #view}. */
    public static final String VIEW = "viewRoles";
    /** The key of {@link #customerUsers}. */
    public static final String CUSTOMER_USERS = "customerUserRoles";
    /** The key of {@link #customers}. */
    public static final String CUSTOMERS = "customerRoles";
    /** The key of {@link #passwords}. */
    public static final String PASSWORDS = "passwordRoles";
    /** The key of {@link #sources}. */
    public static final String SOURCES = "sourceRoles";

    private static final List<String> ADMINISTRATORS = List.of("admin");

    public AdministratorRoles {
        view = Set.copyOf(view);
        customerUsers = Set.copyOf(customerUsers);
        customers = Set.copyOf(customers);
        passwords = Set.copyOf(passwords);
        sources = Set.copyOf(sources);
    }

    /** Reads the five keys; a key without a value lets nobody in. */
    public static AdministratorRoles of(Settings settings) {
        return new AdministratorRoles(
                roles(settings, VIEW),
                roles(settings, CUSTOMER_USERS),
                roles(settings, CUSTOMERS),
                roles(settings, PASSWORDS),
                roles(settings, SOURCES));
    }

    private static Set<String> roles(Settings settings, String key) {
        return Set.copyOf(settings.list(key, ADMINISTRATORS));
    }
}
