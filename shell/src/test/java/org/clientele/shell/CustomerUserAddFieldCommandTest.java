package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

class CustomerUserAddFieldCommandTest {

    @Test
    void theFieldIsATextShownWithTheRecord() throws CommandException {
        DirectoryFixture directory = new DirectoryFixture();
        CustomerUserAddFieldCommand command = new CustomerUserAddFieldCommand();
        command.customerUsers = directory;
        command.session = Sessions.of("ops");
        command.source = "CustomerUser";
        command.variable = "UserRoom";
        command.label = "Room | \\ floor";
        command.column = "room";
        command.length = 250;
        assertThat(Output.of(command).text()).startsWith("Added field UserRoom to CustomerUser.");
        assertThat(directory.added)
                .containsExactly("CustomerUser UserRoom | Room \\| \\\\ floor | room | 1 | 0 | var |  | 0 |  |  250");
    }
}
