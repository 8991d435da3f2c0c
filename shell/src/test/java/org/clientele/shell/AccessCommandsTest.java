package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.access.Context;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessCommandsTest {
    private final AccessFixture access = new AccessFixture();

    @Test
    void groupsAreListedInvalidOnesOnlyIfWanted() throws CommandException {
        GroupListCommand command = new GroupListCommand();
        command.groups = access.groups;
        command.noFormat = true;

        assertThat(Output.of(command).text()).isEqualToNormalizingNewlines("Sales\tThey sell\tvalid\n");
        command.includeInvalid = true;
        assertThat(Output.of(command).text()).contains("Old\t\tinvalid");
    }

    @Test
    void aGroupIsAddedInTheNameOfTheUser() throws CommandException {
        GroupAddCommand command = new GroupAddCommand();
        command.groups = access.groups;
        command.session = Sessions.of("ops");
        command.name = "O'Brien";
        command.comment = "why";

        assertThat(Output.of(command).text()).contains("Added group O'Brien.");
        assertThat(access.asked).containsExactly("add O'Brien|why|valid by ops");
    }

    @Test
    void whatIsNotNamedStaysInAGroup() throws CommandException {
        GroupUpdateCommand command = update();
        command.validity = "invalid-temporarily";

        assertThat(Output.of(command).text()).contains("Updated group Sales.");
        assertThat(access.asked)
                .singleElement()
                .asString()
                .contains("name=Sales", "comment=They sell", "INVALID_TEMPORARILY", "version=3", "by ops");
    }

    @Test
    void aValidityThatThereIsNotIsRefusedWithThoseThatThereAre() {
        GroupUpdateCommand command = update();
        command.validity = "off";

        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("\"off\"")
                .hasMessageContaining("invalid-temporarily");
    }

    @Test
    void aGroupThatThereIsNotIsSaid() {
        GroupUpdateCommand command = update();
        command.name = "Nothing";

        assertThatThrownBy(() -> Output.of(command))
                .hasMessage("There is no group \"Nothing\"; see customer-user:group-list");
    }

    private GroupUpdateCommand update() {
        GroupUpdateCommand command = new GroupUpdateCommand();
        command.groups = access.groups;
        command.session = Sessions.of("ops");
        command.name = "sales";
        return command;
    }

    @Test
    void membersAreListedWithTheirReasonsAndWhatIsMissing() throws CommandException {
        GroupMembersCommand command = new GroupMembersCommand();
        command.groups = access.groups;
        command.effectivePermissions = access.effective;
        command.name = "Sales";
        command.type = "ro";
        command.limit = 5;
        command.noFormat = true;

        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "ünal\tÜnal Test\talwaysGroups",
                        "# CustomerUser1: failed (Refused)",
                        "# The list may lack rows: a source could not be asked.",
                        "# There are more: --after CURSOR");
        assertThat(access.asked).containsExactly("members of 7 ro after - limit 5");
    }

    @Test
    void whatSomebodyMayDoIsShownWithEveryReason() throws CommandException {
        CustomerUserAccessCommand command = new CustomerUserAccessCommand();
        command.effectivePermissions = access.effective;
        command.login = "ünal";
        command.noFormat = true;

        assertThat(Output.of(command).text().lines())
                .containsExactly("Sales\tro\tgiven to the customer user, given to customer O'Brien & Co");
        command.customers = true;
        assertThat(Output.of(command).text().lines()).containsExactly("acme\tAcme\tyes\tSales");
    }

    @Test
    void exactlyTheNamedPermissionsAreGiven() throws CommandException {
        Holder ann = new Holder.CustomerUser("ann");
        access.given.put(ann, Set.of(Permission.of("rw")));
        CustomerUserPermitCommand command = permit(new CustomerUserPermitCommand());
        command.login = "ann";
        command.types = List.of("ro");

        assertThat(Output.of(command).text()).contains("ann has in Sales: ro (same)");
        assertThat(access.given.get(ann)).containsExactly(Permission.of("ro"));
        command.types = List.of();
        assertThat(Output.of(command).text()).contains("ann has in Sales: nothing");
    }

    @Test
    void aContextIsChangedAndTheOtherStays() throws CommandException {
        Holder acme = new Holder.Customer("acme");
        access.given.put(acme, Set.of(Permission.of("rw")));
        CustomerPermitCommand command = permit(new CustomerPermitCommand());
        command.customerId = "acme";
        command.context = "other";
        command.types = List.of("ro");

        assertThat(Output.of(command).text()).contains("acme has in Sales: ro (other), rw (same)");
        assertThat(access.given.get(acme)).contains(new Permission(Context.OTHER_CUSTOMERS, "ro"));
        command.context = "all";
        assertThatThrownBy(() -> Output.of(command)).hasMessage("\"all\" is no context; write same or other");
    }

    @Test
    void whoWasQuickerIsSaid() {
        access.someoneQuicker = true;
        CustomerUserPermitCommand command = permit(new CustomerUserPermitCommand());
        command.login = "ann";
        command.types = List.of("ro");

        assertThatThrownBy(() -> Output.of(command)).hasMessageContaining("Somebody else");
    }

    private <C extends PermitCommand> C permit(C command) {
        command.groups = access.groups;
        command.permissions = access.permissions;
        command.session = Sessions.of("ops");
        command.name = "Sales";
        return command;
    }

    @ParameterizedTest
    @CsvSource({"false, '2 of 2 changed; ann acts for acme, x, y'", "true, '0 of 2 changed; ann acts for acme'"})
    void customersAreAssignedAndTakenBack(boolean remove, String said) throws CommandException {
        CustomerUserAssignCommand command = new CustomerUserAssignCommand();
        command.assignments = access.assignments;
        command.session = Sessions.of("ops");
        command.login = "ann";
        command.customerIds = List.of("x", "y");
        command.remove = remove;

        assertThat(Output.of(command).text().strip()).isEqualTo(said);
        assertThat(access.asked).containsExactly("assign by ops");
    }
}
