package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Answer;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserShowCommandTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserShowCommand command = new CustomerUserShowCommand();
    private final List<SourceReport> reports = List.of(
            DirectoryFixture.report("CustomerUser", Outcome.ANSWERED, ""),
            DirectoryFixture.report("CustomerUser1", Outcome.FAILED, "connection refused"));

    @BeforeEach
    void service() {
        command.customerUsers = directory;
        command.login = "ünal\u001b[2J";
        command.noFormat = true;
    }

    @Test
    void allFieldsOfTheMapButThePassword() throws CommandException {
        directory.answer =
                new Answer.Found<>(DirectoryFixture.user("ünal", "${a}\u001b[31m", Ownership.CONFIRMED), reports);
        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "UserFirstname\tFirstname\t${a}\\u001b[31m",
                        "UserLastname\tLastname\t",
                        "UserLogin\tLogin\t",
                        "UserEmail\tEmail\tünal@example.com",
                        "UserCustomerID\tCustomerID\tacme",
                        "\tValidity\tvalid",
                        "\tSource\tCustomerUser",
                        "\tWritable\tyes",
                        "\tOwnership\tconfirmed");
    }

    @Test
    void notFoundNamesTheSourcesThatWereAsked() {
        directory.answer = new Answer.NotFound<>(reports);
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage(
                        "There is no customer user ünal\\u001b[2J; asked: CustomerUser; not asked: CustomerUser1: failed (connection refused)");
    }

    @Test
    void unavailableNamesTheSourcesThatWereNotAsked() {
        directory.answer = new Answer.Unavailable<>(reports);
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("Whether there is a customer user ünal\\u001b[2J is not known; asked: CustomerUser;"
                        + " not asked: CustomerUser1: failed (connection refused)");
    }
}
