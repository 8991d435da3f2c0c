package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.InvalidInputException;
import org.clientele.LocalDisabling;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.junit.jupiter.api.Test;

class DisableCommandsTest {
    private static final DisabledHere MARK = new DisabledHere(Instant.EPOCH, "ops", "left\u001b[2J");

    private final List<String> asked = new ArrayList<>();
    private final LocalDisabling disabling = new LocalDisabling() {
        @Override
        public CustomerUser disable(String login, String comment, Actor actor) throws DirectoryException {
            asked.add("disable " + login + "|" + comment + " by " + actor.name());
            if (comment.isEmpty()) {
                throw new InvalidInputException("login", "The source takes changes.");
            }
            return user(Optional.of(MARK));
        }

        @Override
        public CustomerUser enable(String login, Actor actor) {
            asked.add("enable " + login + " by " + actor.name());
            return user(Optional.empty());
        }
    };

    static CustomerUser user(Optional<DisabledHere> mark) {
        return new CustomerUser(
                "O'Brien",
                "CustomerUser1",
                false,
                "",
                "",
                mark.isPresent() ? Validity.INVALID : Validity.VALID,
                mark,
                Ownership.CONFIRMED,
                Map.of(),
                Set.of());
    }

    private CustomerUserDisableCommand disable(String comment) {
        CustomerUserDisableCommand command = new CustomerUserDisableCommand();
        command.disabling = disabling;
        command.session = Sessions.of("ops");
        command.login = "o'brien";
        command.comment = comment;
        return command;
    }

    @Test
    void somebodyIsDisabledInTheNameOfTheUser() throws CommandException {
        assertThat(Output.of(disable("left")).text())
                .contains("Disabled customer user O'Brien of CustomerUser1 here; validity: invalid.");
        assertThat(asked).containsExactly("disable o'brien|left by ops");
    }

    @Test
    void aRefusalSaysWhatToDo() {
        assertThatThrownBy(() -> Output.of(disable("")))
                .isInstanceOf(CommandException.class)
                .hasMessage("login: The source takes changes.");
    }

    @Test
    void somebodyIsEnabledAgain() throws CommandException {
        CustomerUserEnableCommand command = new CustomerUserEnableCommand();
        command.disabling = disabling;
        command.session = Sessions.of("ops");
        command.login = "o'brien";

        assertThat(Output.of(command).text()).contains("Enabled customer user O'Brien", "validity: valid.");
        assertThat(asked).containsExactly("enable o'brien by ops");
    }
}
