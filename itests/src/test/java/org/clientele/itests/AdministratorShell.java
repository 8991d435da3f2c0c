package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Karaf's shell, each command in a session of its own. */
record AdministratorShell(SessionFactory sessions) {

    /** Runs a command and returns what it prints; throws what keeps it from its end. */
    String run(String command) throws Exception {
        Subject administrator = new Subject();
        administrator.getPrincipals().add(new UserPrincipal("its"));
        Arrays.stream(new String[] {"admin", "manager", "viewer", "systembundles", "ssh"})
                .map(RolePrincipal::new)
                .forEach(administrator.getPrincipals()::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Subject.doAs(administrator, (PrivilegedExceptionAction<?>) () -> execute(command, out));
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    void assertRefused(String command, String part) {
        Throwable refused = catchThrowable(() -> run(command));
        assertThat(refused).as(command).isNotNull();
        assertThat(String.valueOf(refused.getMessage())).contains(part);
    }

    private Object execute(String command, ByteArrayOutputStream out) throws Exception {
        try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Session session = sessions.create(new ByteArrayInputStream(new byte[0]), print, print);
            try {
                session.put("USER", "its");
                return session.execute(command);
            } finally {
                session.close();
            }
        }
    }
}
