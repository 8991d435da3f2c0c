package org.clientele.admin.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.servlet.http.HttpServletRequest;
import org.clientele.access.AdministratorRoles;

/**
 * Who asks. The console lets everybody in who may sign in and says yes to every question about roles, so we look ourselves.
 *
 * @param name the name with which somebody signed in, empty for nobody
 * @param roles what that one may do
 */
record Administrator(String name, Set<Role> roles) {
    private static final String SUBJECT = "karaf.subject.runas";

    Administrator {
        roles = Set.copyOf(roles);
    }

    static Administrator of(HttpServletRequest request, AdministratorRoles settings) {
        Set<String> names = request.getAttribute(SUBJECT) instanceof Subject subject ? names(subject) : Set.of();
        return Optional.ofNullable(request.getRemoteUser())
                .filter(user -> !user.isEmpty())
                .map(user -> new Administrator(user, roles(names, settings)))
                .orElse(new Administrator("", Set.of()));
    }

    boolean may(Role role) {
        return roles.contains(role);
    }

    private static Set<String> names(Subject subject) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals("RolePrincipal"))
                .map(principal -> principal.getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Role> roles(Set<String> names, AdministratorRoles settings) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (role.among(settings).stream().anyMatch(names::contains)) {
                roles.add(role);
                roles.add(Role.VIEW);
            }
        }
        return roles;
    }
}
