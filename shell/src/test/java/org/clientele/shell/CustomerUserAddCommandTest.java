package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserAddCommandTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserAddCommand command = new CustomerUserAddCommand();

    @BeforeEach
    void service() {
        command.customerUsers = directory;
        command.session = Sessions.of("admin");
        command.assignments = List.of("UserLogin=o'brien", "UserComment=a=b, \"c\" ${x}", "UserTitle=");
    }

    @Test
    void theFirstWritableSourceGetsTheRecordInTheNameOfTheUser() throws CommandException {
        String printed = Output.of(command).text();
        assertThat(directory.additions).singleElement().satisfies(addition -> {
            assertThat(addition.source()).isEqualTo("CustomerUser");
            assertThat(addition.actor()).isEqualTo(new Actor("admin", Actor.Door.SHELL, ""));
            assertThat(addition.fields())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("UserLogin", "o'brien", "UserComment", "a=b, \"c\" ${x}", "UserTitle", ""));
        });
        assertThat(printed).startsWith("Added customer user o'brien to CustomerUser.");
    }

    @Test
    void aGeneratedPasswordIsPrintedOnce() throws CommandException {
        String printed = Output.of(command).text();
        String password =
                directory.additions.get(0).password().map(Password::clear).orElseThrow();
        assertThat(printed).containsOnlyOnce("Password: " + password + " (generated, shown only now)");
    }

    @Test
    void anAskedPasswordIsNotPrinted() throws CommandException {
        command.askPassword = true;
        command.session = Sessions.of("admin", "s3cret", "s3cret");
        assertThat(Output.of(command).text()).doesNotContain("s3cret", "Password");
        assertThat(directory.additions.get(0).password().map(Password::clear)).contains("s3cret");
    }

    @Test
    void twoDifferentPasswordsAddNothing() {
        command.askPassword = true;
        command.session = Sessions.of("admin", "s3cret", "other");
        assertThatThrownBy(() -> Output.of(command)).hasMessage("The passwords are not the same");
        assertThat(directory.additions).isEmpty();
    }

    @Test
    void nobodyWhoTypesIsAnError() {
        command.askPassword = true;
        assertThatThrownBy(() -> Output.of(command)).hasMessage("No password was typed");
    }

    @Test
    void aSessionThatCannotReadSaysSo() {
        command.askPassword = true;
        command.session = Sessions.withoutTerminal();
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("No password could be read; --ask-password needs a terminal");
    }

    @Test
    void noPasswordIfNoneIsWantedOrTheSourceKeepsNone() throws CommandException {
        command.noPassword = true;
        Output.of(command);
        command.noPassword = false;
        command.source = "CustomerUser1";
        Output.of(command);
        assertThat(directory.additions)
                .extracting(addition -> addition.password())
                .containsOnly(Optional.empty());
        assertThat(directory.additions.get(1).source()).isEqualTo("CustomerUser1");
    }

    @Test
    void aSourceWithFaultsIsPassedOver() throws CommandException {
        directory.sources = List.of(
                DirectoryFixture.status("CustomerUser", true, SourceState.MISCONFIGURED),
                DirectoryFixture.status("CustomerUser1", true, SourceState.READY));
        Output.of(command);
        assertThat(directory.additions).extracting(Addition::source).containsExactly("CustomerUser1");
    }

    @Test
    void aPasswordAndNoneAreRefused() {
        command.askPassword = true;
        command.noPassword = true;
        assertThatThrownBy(() -> Output.of(command))
                .hasMessage("--ask-password and --no-password exclude each other; give one of them");
        assertThat(directory.additions).isEmpty();
    }

    @Test
    void aPasswordAsArgumentIsRefused() {
        command.assignments = List.of("UserPassword=s3cret");
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--ask-password")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aWordThatIsNoAssignmentIsNamed() {
        command.assignments = List.of("=x\u001b[2J");
        assertThatThrownBy(() -> Output.of(command))
                .hasMessage("Write options first, then each field as Variable=value; this is neither: =x\\u001b[2J");
    }

    @Test
    void aVariableGivenTwiceIsRefused() {
        command.assignments = List.of("UserLogin=a", "UserLogin=b");
        assertThatThrownBy(() -> Output.of(command)).hasMessage("UserLogin is given twice");
    }

    @Test
    void everyRefusedFieldHasItsLine() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("UserLastname", Fault.other("is required"));
        faults.put("UserEmail", Fault.other("is no address"));
        directory.failure = new InvalidInputException(faults);
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("UserLastname: is required\nUserEmail: is no address");
    }

    @Test
    void aTakenValueNamesItsField() {
        directory.failure = new AlreadyExistsException("UserLogin", "is in use");
        assertThatThrownBy(() -> Output.of(command)).hasMessage("UserLogin: is in use");
    }

    @Test
    void aSourceThatIsAwayIsNamed() {
        directory.failure =
                new SourceUnavailableException(SourceUnavailableException.Reason.WAITING, "Its bundle is away");
        assertThatThrownBy(() -> Output.of(command)).hasMessage("Adding to CustomerUser failed: Its bundle is away");
    }

    @Test
    void withoutAWritableSourceThereIsNothingToAddTo() {
        directory.sources = List.of(DirectoryFixture.status("CustomerUser1", false, SourceState.READY));
        assertThatThrownBy(() -> Output.of(command)).hasMessage("No source takes a new customer user at the moment");
    }
}
