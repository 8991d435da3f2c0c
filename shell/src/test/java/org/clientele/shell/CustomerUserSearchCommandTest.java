package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.CustomerUser;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.Search;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserSearchCommandTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserSearchCommand command = new CustomerUserSearchCommand();

    @BeforeEach
    void service() {
        command.customerUsers = directory;
    }

    @Test
    void everythingIsAskedForByDefault() throws CommandException {
        assertThat(Output.of(command).text()).contains("Login", "Nobody found.");
        assertThat(directory.requests).containsExactly(ListRequest.ALL);
    }

    @Test
    void optionsAndWordsBecomeOneRequest() throws CommandException {
        command.text = List.of("O'Brien", "OR", "\"x y\"");
        command.limit = 7;
        command.after = "cursor";
        command.includeInvalid = true;
        command.source = "CustomerUser1";
        command.withoutUnavailable = true;
        Output.of(command);
        assertThat(directory.requests)
                .containsExactly(ListRequest.ALL
                        .withSearch("O'Brien OR \"x y\"")
                        .withLimit(7)
                        .withAfter(Optional.of("cursor"))
                        .withIncludeInvalid(true)
                        .withSource(Optional.of("CustomerUser1"))
                        .withoutUnavailable(true));
    }

    @Test
    void oneValueIsSearchedForInsteadOfAText() throws CommandException {
        command.login = "o'brien";
        Output.of(command);
        command.login = null;
        command.customerId = "ac*";
        Output.of(command);
        command.customerId = null;
        command.customerIdRaw = "ac*";
        Output.of(command);
        command.customerIdRaw = null;
        command.email = "a*@example.com";
        Output.of(command);
        assertThat(directory.requests)
                .extracting(ListRequest::search)
                .containsExactly(
                        new Search.Id("o'brien"),
                        new Search.CustomerId("ac*"),
                        new Search.CustomerIdRaw("ac*"),
                        new Search.Email("a*@example.com"));
    }

    @Test
    void severalSearchesAtOnceAreRefused() {
        command.login = "anna";
        command.email = "anna@example.com";
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("--login, --email exclude each other; search for one of them");
        command.email = null;
        command.text = List.of("anna");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("--login and a text exclude each other; search for one of them");
        assertThat(directory.requests).isEmpty();
    }

    @Test
    void aSourceThatTookNoPartIsNamed() throws CommandException {
        directory.page = new Page<>(
                List.of(),
                Optional.empty(),
                List.of(DirectoryFixture.report("CustomerUser1", Outcome.ANSWERED, "Takes no part: it has no field X")),
                false,
                List.of());
        assertThat(Output.of(command).text()).contains("CustomerUser1: answered (Takes no part: it has no field X)");
    }

    @Test
    void anOptionBehindTheTextIsNotSearchedFor() {
        command.text = List.of("anna", "--limit", "5");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("--limit is an option: write options first, then the text");
    }

    @Test
    void whatIsMissingIsSaidBelowTheTable() throws CommandException {
        directory.page = incompletePage();
        Output output = Output.of(command);
        assertThat(output.text().lines())
                .anyMatch(line -> line.matches("カス .*x\"y <z> Test.*カス@example.com.*acme.*valid.*CustomerUser"))
                .anyMatch(line -> line.endsWith("CustomerUser (unconfirmed)"))
                .endsWith(
                        "The store is away.",
                        "CustomerUser1: timed-out (no answer in 5 s)",
                        "The list may lack rows: a source could not be asked.",
                        "There are more: --after abc");
    }

    @Test
    void aScriptTellsRowsFromRemarks() throws CommandException {
        command.noFormat = true;
        directory.page = incompletePage();
        Output output = Output.of(command);
        assertThat(output.text().lines())
                .containsExactly(
                        "カス\tx\"y <z> Test\tカス@example.com\tacme\tvalid\tCustomerUser",
                        "b\\t\\u001b[2Jc\tÜ Test\tb\\t\\u001b[2Jc@example.com\tacme\tvalid\tCustomerUser (unconfirmed)",
                        "# The store is away.",
                        "# CustomerUser1: timed-out (no answer in 5 s)",
                        "# The list may lack rows: a source could not be asked.",
                        "# There are more: --after abc");
    }

    @Test
    void aRefusedParameterIsOneLine() {
        directory.failure = new InvalidInputException("limit", "must be 1 to 1000");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("limit: must be 1 to 1000");
    }

    @Test
    void anUnavailableSourceThatAListNeedsIsAnErrorThatSaysHowToGoOn() {
        directory.failure = new SourceUnavailableException(
                SourceUnavailableException.Reason.TIME_OUT, "CustomerUser1 did not answer");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("CustomerUser1 did not answer (--without-unavailable lists the rest)");
    }

    private static Page<CustomerUser> incompletePage() {
        List<SourceReport> reports = List.of(
                DirectoryFixture.report("CustomerUser", Outcome.ANSWERED, ""),
                DirectoryFixture.report("CustomerUser1", Outcome.TIMED_OUT, "no answer in 5 s"));
        return new Page<>(
                List.of(
                        DirectoryFixture.user("カス", "x\"y <z>", Ownership.CONFIRMED),
                        DirectoryFixture.user("b\t\u001b[2Jc", "Ü", Ownership.UNCONFIRMED)),
                Optional.of("abc"),
                reports,
                true,
                List.of("The store is away."));
    }
}
