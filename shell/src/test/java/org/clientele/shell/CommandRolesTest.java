package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.utils.properties.Properties;
import org.apache.karaf.service.guard.tools.ACLConfigurationParser;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that say who may run which command, read as Karaf reads them. */
class CommandRolesTest {
    private static final String VIEWING = "viewer, manager, admin";
    private static final String MANAGING = "manager, admin";
    private static final String ALONE = "admin";

    @ParameterizedTest
    @ValueSource(strings = {"customer-user", "customer"})
    void everyCommandHasALineAndEveryLineACommand(String scope) throws Exception {
        Set<String> lines = rules(scope).keySet().stream()
                .map(key -> key.replaceFirst("\\[.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lines).isEqualTo(commands(scope)).isNotEmpty();
    }

    @Test
    void peopleAreManagedByManagersAndGroupsByAdministrators() throws Exception {
        assertThat(may("customer-user", "search", "O'Brien")).isEqualTo(VIEWING);
        assertThat(may("customer-user", "access", "ann")).isEqualTo(VIEWING);
        assertThat(may("customer-user", "update", "ann", "ValidID=invalid")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "rename", "ann", "anna")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "permit", "ann", "users", "rw")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "assign", "ann", "acme")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "anonymise", "--confirm", "ann", "ann")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "export-person", "ann")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "export-person", "--file", "/tmp/a.json", "ann"))
                .isEqualTo(ALONE);
        assertThat(may("customer", "permit", "acme", "users", "rw")).isEqualTo(MANAGING);
        assertThat(may("customer-user", "group-add", "users")).isEqualTo(ALONE);
        assertThat(may("customer", "add", "CustomerID=acme")).isEqualTo(ALONE);
        assertThat(may("customer", "rename", "acme", "acme2")).isEqualTo(ALONE);
    }

    @Test
    void passwordsAreSetByAdministratorsAlone() throws Exception {
        assertThat(may("customer-user", "update", "--new-password", "ann")).isEqualTo(ALONE);
        assertThat(may("customer-user", "update", "--ask-password", "ann", "UserComment=a\nb"))
                .isEqualTo(ALONE);
        assertThat(may("customer-user", "update", "ann", "UserCity=Ünal\nx", "--new-password"))
                .isEqualTo(ALONE);
        assertThat(may("customer-user", "add", "UserLogin=ann")).isEqualTo(ALONE);
        assertThat(may("customer-user", "add", "--ask-password", "UserLogin=ann"))
                .isEqualTo(ALONE);
        assertThat(may("customer-user", "add", "UserLogin=ann", "UserComment=x, --no-password, y"))
                .isEqualTo(ALONE);
        assertThat(may("customer-user", "add", "--no-password", "UserLogin=ann", "UserComment=a\nb"))
                .isEqualTo(MANAGING);
    }

    private static String may(String scope, String command, String... arguments) throws IOException {
        List<String> roles = new ArrayList<>();
        Hashtable<String, Object> rules = rules(scope);
        rules.put("service.pid", "org.apache.karaf.command.acl." + scope);
        ACLConfigurationParser.getRolesForInvocation(
                command, new Object[] {List.of(arguments).toString()}, null, rules, roles);
        return String.join(", ", roles);
    }

    private static Hashtable<String, Object> rules(String scope) throws IOException {
        Path file = Path.of("src/main/etc/org.apache.karaf.command.acl." + scope + ".cfg");
        return new Hashtable<>(new Properties(file.toFile()));
    }

    /** All commands that the bundle has: every class of the package is looked at. */
    private static Set<String> commands(String scope) throws Exception {
        Path classes = Path.of("target/classes/org/clientele/shell");
        Set<String> commands = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Command command = Class.forName("org.clientele.shell." + name, false, Command.class.getClassLoader())
                        .getAnnotation(Command.class);
                if (command != null && command.scope().equals(scope)) {
                    commands.add(command.name());
                }
            }
        }
        return commands;
    }
}
