package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Change;
import org.clientele.NotFoundException;
import org.clientele.Password;
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
                        "shell"));
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
