package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.clientele.SourceState;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.service.cm.Configuration;

/** The commands of the shell, each once as it should go and once as it should not, by an administrator. */
public class ShellCommandsTest extends KarafTest {
    private static final String LOGIN = "shell-x\"y <z>ünal";
    private static final String QUOTED = "'" + LOGIN + "'";
    private static final String QUOTED_LOGIN = "'UserLogin=" + LOGIN + "'";

    @Inject
    private SessionFactory sessions;

    private Configuration database;
    private Dictionary<String, Object> shipped;

    @Before
    public void awaitDatabase() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
        database = admin.getFactoryConfiguration(DATABASE, "CustomerUser", "?");
        shipped = database.getProperties();
    }

    @After
    public void takeFieldsAway() throws Exception {
        if (database.updateIfDifferent(shipped)) {
            within(10)
                    .until(() -> status("CustomerUser").orElseThrow().fields().stream()
                            .noneMatch(field -> field.variable().equals("UserShell")));
        }
        awaitState("CustomerUser", SourceState.READY);
    }

    @Test
    public void sourcesShowsSlotsAndFindings() throws Exception {
        assertThat(run("customer-user:sources --no-format")).contains("CustomerUser\tDatabase\t", "\tready\tyes\t");
        configure(DATABASE, "CustomerUser3", Map.of("tabel", "x"));
        awaitState("CustomerUser3", SourceState.MISCONFIGURED);
        assertThat(run("customer-user:sources")).contains("CustomerUser3", "misconfigured", "tabel");
        assertRefused("customer-user:sources --nonsense", "--nonsense");
    }

    @Test
    public void aConfiguredSourceIsTestedStepByStep() throws Exception {
        assertThat(run("customer-user:test-source --no-format CustomerUser"))
                .contains("settings\tpassed", "connection\tpassed", "columns\tpassed", "key\tpassed", "rows\tpassed");
        assertThat(run("customer:test-source --no-format CustomerCompany")).contains("rows\tpassed");
        assertRefused("customer-user:test-source CustomerUser9", "CustomerUser9");
        assertRefused("customer-user:test-source", "--file");
    }

    @Test
    public void aFileThatIsNotInstalledIsTestedWithItsPlaceholdersResolved() throws Exception {
        Path file = Files.createTempDirectory("its").resolve(LDAP + "-CustomerUser7.cfg");
        try (PeopleServer server = new PeopleServer(PlaceholdersTest.VALUE).with(List.of("draft-zoe"))) {
            Map<String, String> keys =
                    server.configuration(Map.of("scope", "sub", "userPw", "$[env:" + PlaceholdersTest.VARIABLE + "]"));
            write(file, keys);
            assertThat(run("customer-user:test-source --no-format --file " + file))
                    .contains("bind\tpassed", "entries\tpassed", "draft-zoe")
                    .doesNotContain(PlaceholdersTest.VALUE);
            assertThat(status("CustomerUser7")).isEmpty();

            write(file, server.configuration(Map.of("userPw", "$[secret:its-absent]")));
            assertRefused("customer-user:test-source --file " + file, "$[secret:its-absent]");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
    }

    private static void write(Path file, Map<String, String> keys) throws IOException {
        Files.write(
                file,
                keys.entrySet().stream()
                        .map(key -> key.getKey() + " = " + key.getValue())
                        .toList());
    }

    @Test
    public void addShowUpdateAndSearch() throws Exception {
        String added = run("customer-user:add " + QUOTED_LOGIN
                + " \"UserFirstname=カス\" UserLastname=O\\'Brien 'UserEmail=shell-ugly@example.com'"
                + " UserCustomerID=its 'UserComment=${a} % _ |'");
        assertThat(added).contains("Added customer user " + LOGIN, "Password: ", "shown only now");

        assertThat(run("customer-user:show --no-format " + QUOTED)).contains("カス", "O'Brien", "${a} % _ |");
        assertThat(run("customer-user:update " + QUOTED + " UserLastname=Ünal")).contains(LOGIN);
        assertThat(run("customer-user:search --no-format shell-x")).contains("Ünal");
        assertThat(run("customer-user:search --no-format '%'")).doesNotContain("Ünal");

        assertRefused(
                "customer-user:add " + QUOTED_LOGIN + " UserFirstname=a UserLastname=b"
                        + " UserEmail=shell-other@example.com UserCustomerID=its",
                "UserLogin");
        assertRefused("customer-user:add UserLogin=shell-incomplete", "UserEmail");
        assertRefused("customer-user:add --source CustomerUser9 UserLogin=shell-nowhere", "CustomerUser9");
        assertRefused("customer-user:show shell-nobody", "shell-nobody");
        assertRefused("customer-user:update shell-nobody UserLastname=x", "");
        assertRefused("customer-user:update " + QUOTED + " UserNonsense=x", "UserNonsense");
        assertRefused("customer-user:search --limit 0", "limit");

        assertThat(run("customer-user:rename " + QUOTED + " shell-renamed")).contains("shell-renamed");
        assertThat(run("customer-user:show --no-format shell-renamed")).contains("Ünal");
        assertRefused("customer-user:show " + QUOTED, "");
        assertRefused("customer-user:rename shell-renamed ''", "UserLogin");
    }

    @Test
    public void permissionsAndAssignmentsOfGroupsFollowThePerson() throws Exception {
        haveCustomer("its-second");
        run("customer-user:add UserLogin=shell-member UserFirstname=a UserLastname=b"
                + " UserEmail=shell-member@example.com UserCustomerID=its");
        assertThat(run("customer-user:group-add --comment 'Why & who' Shell\\ O\\'Brien"))
                .contains("Added group Shell O'Brien.");
        assertRefused("customer-user:group-add SHELL\\ O\\'BRIEN", "already");
        String group = "shell\\ o\\'brien";

        assertThat(run("customer-user:permit shell-member " + group + " rw")).contains("rw (same)");
        assertThat(run("customer:permit its-second " + group + " ro")).contains("its-second has in", "ro (same)");
        assertThat(run("customer-user:assign shell-member its-second")).contains("1 of 1 changed", "its, its-second");
        run("customer-user:rename shell-member shell-member2");

        // as shipped, group support is off: everybody may everything
        assertThat(run("customer-user:access --no-format shell-member2"))
                .contains("Shell O'Brien\trw\tgroup support is off");
        assertThat(run("customer-user:access --customers --no-format shell-member2"))
                .contains("its\t", "its-second\t");
        assertThat(run("customer-user:group-members --no-format " + group + " ro"))
                .contains("shell-member2\t");
        assertThat(run("customer-user:permit shell-member2 " + group)).contains("nothing");
        assertThat(run("customer-user:group-update --validity invalid " + group))
                .contains("Updated group");
        assertThat(run("customer-user:access shell-member2")).doesNotContain("O'Brien");
        assertRefused("customer-user:permit shell-nobody " + group + " ro", "shell-nobody");
        assertRefused("customer-user:permit shell-member2 " + group + " own", "own");
        assertRefused("customer-user:group-members nowhere ro", "nowhere");
    }

    @Test
    public void addFieldAddsColumnAndRow() throws Exception {
        assertThat(run("customer-user:add-field CustomerUser UserShell 'Shell field' its_shell 250"))
                .contains("UserShell");
        within(10)
                .untilAsserted(() -> assertThat(
                                status("CustomerUser").orElseThrow().fields())
                        .anySatisfy(field -> assertThat(field.variable()).isEqualTo("UserShell")));
        awaitState("CustomerUser", SourceState.READY);
        String value = "ü".repeat(191);
        run("customer-user:add UserLogin=shell-field UserFirstname=a UserLastname=b"
                + " UserEmail=shell-field@example.com UserCustomerID=its UserShell=" + value);
        assertThat(run("customer-user:show --no-format shell-field")).contains(value);

        assertRefused("customer-user:add-field CustomerUser UserShell Again its_shell 250", "UserShell");
        assertRefused("customer-user:add-field CustomerUser UserBad Bad 'a; drop table x' 250", "");
        assertRefused("customer-user:add-field CustomerUser9 UserBad Bad bad 250", "CustomerUser9");
    }

    @Test
    public void customers() throws Exception {
        assertThat(run("customer:add CustomerID=O\\'Brien\\ カス 'CustomerCompanyName=x\"y <z>'"))
                .contains("O'Brien カス");
        assertThat(run("customer:list --no-format カス")).contains("O'Brien カス\tx\"y <z>");
        assertRefused("customer:add CustomerID=O\\'Brien\\ カス CustomerCompanyName=z", "CustomerID");
        assertRefused("customer:list --limit 1001", "limit");
    }

    private void assertRefused(String command, String part) {
        new AdministratorShell(sessions).assertRefused(command, part);
    }

    private String run(String command) throws Exception {
        return new AdministratorShell(sessions).run(command);
    }
}
