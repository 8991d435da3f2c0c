package org.clientele.admin.web;

import java.util.Optional;
import javax.security.auth.Subject;
import javax.servlet.http.HttpServletRequest;

/** Who asks. The console lets everybody in who may sign in and says yes to every question about roles, so we look ourselves. */
final class Administrator {
    private static final String SUBJECT = "karaf.subject.runas";
    private static final String ROLE = "admin";

    private Administrator() {}

    /** The name of the administrator, empty if the request comes from nobody or from somebody without the role. */
    static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(SUBJECT) instanceof Subject subject && hasRole(subject)
                ? Optional.ofNullable(request.getRemoteUser())
                : Optional.empty();
    }

    private static boolean hasRole(Subject subject) {
        return subject.getPrincipals().stream()
                .anyMatch(principal -> principal.getClass().getSimpleName().equals("RolePrincipal")
                        && principal.getName().equals(ROLE));
    }
}
