package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Change;
import org.junit.jupiter.api.Test;

class CustomerCommandsTest {
    private final Companies companies = new Companies();

    @Test
    void aListOfCustomers() throws CommandException {
        CustomerListCommand command = new CustomerListCommand();
        command.customers = companies;
        command.noFormat = true;
        assertThat(Output.of(command).text().lines())
                .containsExactly("acme\tA&B \\u001b[2J\tcomment\tinvalid-temporarily\tCustomerCompany");
    }

    @Test
    void cachedCustomersAreForgotten() throws CommandException {
        CustomerRefreshCommand command = new CustomerRefreshCommand();
        command.customers = companies;
        assertThat(Output.of(command).text()).isEqualToIgnoringNewLines("Cached records are forgotten.");
        assertThat(companies.refreshed).isEqualTo(1);
    }

    @Test
    void cachedCustomerUsersAreForgotten() throws CommandException {
        DirectoryFixture people = new DirectoryFixture();
        CustomerUserRefreshCommand command = new CustomerUserRefreshCommand();
        command.customerUsers = people;
        assertThat(Output.of(command).text()).isEqualToIgnoringNewLines("Cached records are forgotten.");
        assertThat(people.refreshed).isEqualTo(1);
    }

    @Test
    void aCustomerIsAddedToTheFirstWritableSource() throws CommandException {
        CustomerAddCommand command = new CustomerAddCommand();
        command.customers = companies;
        command.session = Sessions.of("admin");
        command.assignments = List.of("CustomerID=acme", "CustomerCompanyName=A&B");
        assertThat(Output.of(command).text()).startsWith("Added customer acme to CustomerCompany.");
        assertThat(companies.additions)
                .containsExactly(new Addition(
                        "CustomerCompany",
                        Map.of("CustomerID", "acme", "CustomerCompanyName", "A&B"),
                        Optional.empty(),
                        new Actor("admin", Actor.Door.SHELL, "")));
    }

    @Test
    void aCustomerIsChanged() throws CommandException {
        CustomerUpdateCommand command = new CustomerUpdateCommand();
        command.customers = companies;
        command.session = Sessions.of("admin");
        command.customerId = "acme";
        command.assignments = List.of("ValidID=invalid");
        assertThat(Output.of(command).text()).startsWith("Changed customer acme in CustomerCompany.");
        assertThat(companies.changes)
                .containsExactly(new Change(
                        "acme",
                        Map.of("ValidID", "2"),
                        Optional.empty(),
                        Optional.empty(),
                        new Actor("admin", Actor.Door.SHELL, "")));
    }

    @Test
    void aCustomerThatDoesNotExistIsAnError() {
        CustomerShowCommand command = new CustomerShowCommand();
        command.customers = companies;
        command.customerId = "nobody";
        assertThatThrownBy(() -> Output.of(command)).hasMessageStartingWith("There is no customer nobody");
    }

    @Test
    void sourcesOfCustomers() throws CommandException {
        CustomerSourcesCommand command = new CustomerSourcesCommand();
        command.customers = companies;
        assertThat(Output.of(command).text()).contains("CustomerCompany");
    }
}
