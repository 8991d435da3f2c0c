package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.NotFoundException;
import org.clientele.Password;
import org.clientele.UncertainException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserUpdateCommandTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserUpdateCommand command = new CustomerUserUpdateCommand();

    @BeforeEach
    void service() {
        command.customerUsers = directory;
        command.session = Sessions.of(null);
        command.login = "ünal";
    }

    @Test
    void namedFieldsAreChangedAndNoOthers() throws CommandException {
        command.assignments = List.of("UserFirstname=O'Brien", "ValidID=invalid");
        assertThat(Output.of(command).text()).isEqualToIgnoringNewLines("Changed customer user ünal in CustomerUser.");
        assertThat(directory.changes)
                .containsExactly(new Change(
                        "ünal",
                        Map.of("UserFirstname", "O'Brien", "ValidID", "2"),
                        Optional.empty(),
                        Optional.empty(),
                        new Actor("shell", Actor.Door.SHELL, "")));
    }

    @Test
    void aNewPasswordIsPrintedOnce() throws CommandException {
        command.newPassword = true;
        String printed = Output.of(command).text();
        assertThat(printed)
                .containsOnlyOnce(
                        directory.changes.get(0).password().map(Password::clear).orElseThrow());
    }

    @Test
    void aNewPasswordIsPrintedWhereItMayHaveBeenSaved() {
        command.newPassword = true;
        directory.failure = new UncertainException("No answer within 5 seconds.", new IllegalStateException());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        command.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThatThrownBy(command::execute).hasMessage("No answer within 5 seconds.");
        assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("Password: \\w{16} \\(generated");
    }

    @Test
    void aNewPasswordIsNotPrintedWhereItWasNotSaved() {
        command.newPassword = true;
        directory.failure = new NotFoundException("There is no such customer user.");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        command.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void twoWaysToANewPasswordAreRefused() {
        command.newPassword = true;
        command.askPassword = true;
        assertThatThrownBy(() -> Output.of(command))
                .hasMessage("--new-password and --ask-password exclude each other; give one of them");
        assertThat(directory.changes).isEmpty();
    }

    @Test
    void nothingToChangeIsAnError() {
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("Nothing to change");
    }

    @Test
    void anUnknownLoginIsAnError() {
        command.assignments = List.of("UserFirstname=A");
        directory.failure = new NotFoundException("There is no such customer user.");
        assertThatThrownBy(() -> Output.of(command)).hasMessage("There is no such customer user.");
    }
}
