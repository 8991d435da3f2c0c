package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserRenameCommandTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserRenameCommand command = new CustomerUserRenameCommand();

    @BeforeEach
    void service() {
        command.customerUsers = directory;
        command.session = Sessions.of("ops");
        command.login = "ünal";
        command.newLogin = "O'Brien";
    }

    @Test
    void theLoginAloneIsChanged() throws CommandException {
        assertThat(Output.of(command).text())
                .isEqualToIgnoringNewLines("Renamed customer user ünal in CustomerUser to O'Brien.");
        assertThat(directory.changes)
                .containsExactly(new Change(
                        "ünal",
                        Map.of("UserLogin", "O'Brien"),
                        Optional.empty(),
                        Optional.empty(),
                        new Actor("ops", Actor.Door.SHELL, "")));
    }

    @Test
    void aTakenLoginIsAnErrorAtItsField() {
        directory.failure = new AlreadyExistsException("UserLogin", "There is a customer user \"O'Brien\" already.");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("UserLogin: There is a customer user \"O'Brien\" already.");
    }
}
