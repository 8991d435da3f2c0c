package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerRenameCommandTest {
    private final Companies companies = new Companies();
    private final CustomerRenameCommand command = new CustomerRenameCommand();

    @BeforeEach
    void service() {
        command.customers = companies;
        command.session = Sessions.of("ops");
        command.customerId = "x\"y <z>";
        command.newId = "acme";
    }

    @Test
    void theCustomerIdAloneIsChanged() throws CommandException {
        companies.moved = List.of(
                new MovedCustomerUsers("CustomerUser", 10_000, Rest.NONE),
                new MovedCustomerUsers("CustomerUser1", 1, Rest.NONE));

        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "Renamed customer x\"y <z> in CustomerCompany to acme.", "Moved customer users: 10001");
        assertThat(companies.changes)
                .containsExactly(new Change(
                        "x\"y <z>",
                        Map.of("CustomerID", "acme"),
                        Optional.empty(),
                        Optional.empty(),
                        new Actor("ops", Actor.Door.SHELL, "")));
    }

    @Test
    void whoIsLeftIsSaid() throws CommandException {
        companies.moved = List.of(
                new MovedCustomerUsers("CustomerUser", 0, Rest.READ_ONLY),
                new MovedCustomerUsers("CustomerUser1", 1, Rest.REFUSED),
                new MovedCustomerUsers("CustomerUser2", 0, Rest.UNKNOWN),
                new MovedCustomerUsers("CustomerUser3", 0, Rest.UNFINISHED));

        assertThat(Output.of(command).text().lines().skip(2))
                .containsExactly(
                        "CustomerUser: customer users name x\"y <z> still; they are changed where they come from",
                        "CustomerUser1: customer users name x\"y <z> still, because the storage refuses the new one",
                        "CustomerUser2: could not be asked; customer users may name x\"y <z> still",
                        "CustomerUser3: customer users may name x\"y <z> still; they are moved as soon as it answers");
    }
}
