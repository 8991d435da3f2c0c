package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.StaleException;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.DataProtection;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.FieldPlan.Fate;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.KnownPerson;
import org.clientele.privacy.KnownPerson.Relations;
import org.clientele.privacy.Obstacle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataProtectionCommandsTest {
    private static final String LOGIN = "Ünal \"x\" カス";
    private static final KeptData KEPT = new KeptData(2, 1, 3, 0, 0, 5);
    private static final Obstacle SHADOWED =
            new Obstacle(Obstacle.Kind.SHADOWED, "CustomerUser1", "The source CustomerUser1 has another record.");

    private final List<Anonymisation> done = new ArrayList<>();
    private final CustomerUserAnonymiseCommand anonymise = new CustomerUserAnonymiseCommand();
    private final CustomerUserExportPersonCommand export = new CustomerUserExportPersonCommand();
    private boolean stale;

    private final DataProtection protection = new DataProtection() {
        @Override
        public KnownPerson export(String login, Actor actor) throws DirectoryException {
            if (!login.equals(LOGIN)) {
                throw new NotFoundException("There is no customer user \"" + login + "\".");
            }
            Relations relations = new Relations(
                    Map.of("UserLanguage", "\u202e<ü>"), List.of(), Map.of(), Set.of(), List.of(), List.of());
            return new KnownPerson(
                    Instant.EPOCH,
                    DirectoryFixture.user(LOGIN, "Anna\u001b[31m", Ownership.CONFIRMED),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    relations,
                    List.of(),
                    List.of());
        }

        @Override
        public AnonymisationPlan plan(String login, String neutralName) {
            String name = neutralName.isEmpty() ? "anonymised-20261128120000-0001" : neutralName;
            List<FieldPlan> fields = List.of(
                    new FieldPlan(DirectoryFixture.field("UserLogin"), List.of(LOGIN), Fate.KEPT, LOGIN),
                    new FieldPlan(DirectoryFixture.field("UserFirstname"), List.of("Anna"), Fate.EMPTIED, ""));
            return new AnonymisationPlan(
                    LOGIN, "Anna", "CustomerUser", "v1", true, true, true, name, fields, true, KEPT, List.of(SHADOWED));
        }

        @Override
        public Anonymised anonymise(Anonymisation wanted) throws DirectoryException {
            if (stale) {
                throw new StaleException("The record was changed by somebody else in the meantime.");
            }
            done.add(wanted);
            String login = wanted.keepLogin() ? wanted.login() : wanted.neutralName();
            return new Anonymised(login, "CustomerUser", true, KEPT, List.of(SHADOWED));
        }
    };

    @BeforeEach
    void services() {
        anonymise.protection = protection;
        anonymise.session = Sessions.of("ops");
        anonymise.login = LOGIN;
        export.protection = protection;
        export.session = Sessions.of("ops");
        export.login = LOGIN;
    }

    @Test
    void withoutConfirmationItSaysWhatWouldHappen() throws Exception {
        String text = Output.of(anonymise).text();
        assertThat(text)
                .contains(
                        "UserFirstname", "emptied", "anonymised-20261128120000-0001", "a random one that nobody knows")
                .contains("audit entries", "values wiped", SHADOWED.message(), "Nothing was changed. With --confirm");
        assertThat(done).isEmpty();
    }

    @Test
    void withoutFormatThereAreTheRowsAlone() throws Exception {
        anonymise.noFormat = true;
        assertThat(Output.of(anonymise).text())
                .contains("UserFirstname\tAnna\temptied\t", "preferences\t2\tdeleted\t", "assignments\t0\tnone\t")
                .doesNotContain("Nothing was changed");
    }

    @Test
    void withTheLoginAsConfirmationItIsDone() throws Exception {
        anonymise.confirmation = LOGIN;
        assertThat(Output.of(anonymise).text())
                .contains("Anonymised; the login is anonymised-20261128120000-0001.", SHADOWED.message());
        assertThat(done)
                .containsExactly(new Anonymisation(
                        LOGIN, "anonymised-20261128120000-0001", false, "v1", new Actor("ops", Actor.Door.SHELL, "")));
    }

    @Test
    void theLoginIsKeptOrGiven() throws Exception {
        anonymise.confirmation = LOGIN;
        anonymise.keepLogin = true;
        assertThat(Output.of(anonymise).text()).contains("the login is " + LOGIN);
        anonymise.newLogin = "gone-1";
        assertThatThrownBy(() -> Output.of(anonymise)).hasMessageContaining("not both");
        anonymise.keepLogin = false;
        assertThat(Output.of(anonymise).text()).contains("the login is gone-1.");
        assertThat(done).extracting(Anonymisation::keepLogin).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ünal \"x\" カス", "Ünal"})
    void anotherConfirmationChangesNothing(String typed) {
        anonymise.confirmation = typed;
        assertThatThrownBy(() -> Output.of(anonymise))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Nothing was changed");
        assertThat(done).isEmpty();
    }

    @Test
    void aRecordThatWasChangedMeanwhileIsAnError() {
        anonymise.confirmation = LOGIN;
        stale = true;
        assertThatThrownBy(() -> Output.of(anonymise)).hasMessageContaining("changed by somebody else");
    }

    @Test
    void theExportIsPrintedAsJsonThatATerminalShows() throws Exception {
        String text = Output.of(export).text();
        assertThat(text).doesNotContain("\u001b", "\u202e");
        var json = new ObjectMapper().readTree(text);
        assertThat(json.get("login").asText()).isEqualTo(LOGIN);
        assertThat(json.get("preferences").get("UserLanguage").asText()).isEqualTo("\u202e<ü>");
        assertThat(json.get("record").get("fields").get("UserFirstname").asText())
                .isEqualTo("Anna\u001b[31m");
    }

    @Test
    void theExportIsWrittenIntoANewFileOfItsOwner(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ünal.json");
        export.file = file.toString();
        assertThat(Output.of(export).text()).contains("Written to " + file);
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(file))
                        .get("login")
                        .asText())
                .isEqualTo(LOGIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Output.of(export)).hasMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"person.txt", "etc/org.clientele.directory.cfg.json", "no/such/folder/person.json", "a\0.json"})
    void otherFilesAreRefused(String file) {
        export.file = file;
        assertThatThrownBy(() -> Output.of(export)).isInstanceOf(CommandException.class);
    }

    @Test
    void whoDoesNotExistIsAnError() {
        export.login = "nobody";
        assertThatThrownBy(() -> Output.of(export)).hasMessage("There is no customer user \"nobody\".");
    }
}
