package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.ListRequest;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.field.Field;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;
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
                        "admin"));
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
                .containsExactly(
                        new Change("acme", Map.of("ValidID", "2"), Optional.empty(), Optional.empty(), "admin"));
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

    private static final class Companies implements Customers {
        final List<Addition> additions = new ArrayList<>();
        final List<Change> changes = new ArrayList<>();
        int refreshed;
        final Customer acme = new Customer(
                "acme",
                "CustomerCompany",
                true,
                "A&B \u001b[2J",
                Validity.INVALID_TEMPORARILY,
                Ownership.CONFIRMED,
                Map.of("CustomerCompanyComment", List.of("comment")));

        @Override
        public Answer<Customer> ask(String id) {
            return find(id);
        }

        @Override
        public Answer<Customer> find(String id) {
            return new Answer.NotFound<>(List.of());
        }

        @Override
        public Page<Customer> list(ListRequest request) {
            return new Page<>(List.of(acme), Optional.empty(), List.of(), false, List.of());
        }

        @Override
        public Count count(ListRequest request) {
            return new Count(Count.Total.exactly(1), List.of(), List.of());
        }

        @Override
        public List<Field> fields() {
            return sources().get(0).fields();
        }

        @Override
        public Customer add(Addition addition) {
            additions.add(addition);
            return acme;
        }

        @Override
        public Customer update(Change change) {
            changes.add(change);
            return acme;
        }

        @Override
        public List<ViewRow> view(Customer entry, Shown view) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SourceStatus> sources() {
            return List.of(DirectoryFixture.status("CustomerCompany", true, SourceState.READY));
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public void refresh() {
            refreshed++;
        }
    }
}
