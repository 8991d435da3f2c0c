package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the tests of the reference product say of its commands, by the numbers of the catalogue of behaviours. Where one of its
 * commands ends with 1, ours ends with an error that says why.
 * <ul>
 *   <li>154: {@link #aPersonOfACustomerThatDoesNotExistIsNotAdded}, other than there: the customer has to exist
 *   <li>155: {@link #aPersonIsAddedOnce}
 *   <li>157: {@link #aCustomerNeedsNoMoreThanIdAndNameAndIsAddedOnce}
 *   <li>158: {@link #aPermissionWithoutItsHolderOrGroupIsNone}
 *   <li>160: {@link #aPermissionInAGroupThatDoesNotExistIsRefused}
 *   <li>161: {@link #aPermissionThatDoesNotExistIsRefused}
 * </ul>
 */
class CatalogueOfCommandsTest {
    private final DirectoryFixture people = new DirectoryFixture();
    private final Companies companies = new Companies();
    private final AccessFixture access = new AccessFixture();
    private final CustomerUserAddCommand addition = new CustomerUserAddCommand();

    @BeforeEach
    void services() {
        addition.customerUsers = people;
        addition.session = Sessions.of("ops");
        addition.assignments = List.of(
                "UserLogin=jdoe",
                "UserFirstname=John",
                "UserLastname=O'Brien",
                "UserEmail=j@example.com",
                "UserCustomerID=Test");
    }

    @Test
    void aPersonOfACustomerThatDoesNotExistIsNotAdded() {
        people.failure =
                new InvalidInputException("UserCustomerID", "There is no customer \"Test\"; add the customer first.");

        assertThatThrownBy(() -> Output.of(addition))
                .isInstanceOf(CommandException.class)
                .hasMessage("UserCustomerID: There is no customer \"Test\"; add the customer first.");
    }

    @Test
    void aPersonIsAddedOnce() throws CommandException {
        assertThat(Output.of(addition).text()).startsWith("Added customer user ");
        people.failure = new AlreadyExistsException("UserLogin", "is in use");

        assertThatThrownBy(() -> Output.of(addition))
                .isInstanceOf(CommandException.class)
                .hasMessage("UserLogin: is in use");
    }

    @Test
    void aCustomerNeedsNoMoreThanIdAndNameAndIsAddedOnce() throws CommandException {
        CustomerAddCommand command = new CustomerAddCommand();
        command.customers = companies;
        command.session = Sessions.of("ops");
        command.assignments = List.of("CustomerID=acme", "CustomerCompanyName=x\"y <z>");

        assertThat(Output.of(command).text()).startsWith("Added customer acme to CustomerCompany.");
        companies.failure = new AlreadyExistsException("CustomerID", "is in use");

        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("CustomerID: is in use");
    }

    /** The shell refuses a command without an argument that is required, and names it. */
    @Test
    void aPermissionWithoutItsHolderOrGroupIsNone() {
        for (Class<?> command : List.of(CustomerPermitCommand.class, CustomerUserPermitCommand.class)) {
            assertThat(Stream.of(command, PermitCommand.class)
                            .flatMap(type -> Stream.of(type.getDeclaredFields()))
                            .flatMap(field -> Stream.of(field.getAnnotationsByType(Argument.class)))
                            .filter(Argument::required)
                            .map(Argument::name))
                    .containsExactly(command == CustomerPermitCommand.class ? "ID" : "LOGIN", "GROUP");
        }
    }

    @Test
    void aPermissionInAGroupThatDoesNotExistIsRefused() {
        for (PermitCommand command : commands()) {
            command.name = "Nothing";

            assertThatThrownBy(() -> Output.of(command))
                    .isInstanceOf(CommandException.class)
                    .hasMessage("There is no group \"Nothing\"; see customer-user:group-list");
        }
        assertThat(access.given).isEmpty();
    }

    @Test
    void aPermissionThatDoesNotExistIsRefused() {
        for (PermitCommand command : commands()) {
            command.types = List.of("ro", "xx");

            assertThatThrownBy(() -> Output.of(command))
                    .isInstanceOf(CommandException.class)
                    .hasMessage("type: There is no permission type \"xx\"; use one of ro, rw.");
        }
        assertThat(access.given).isEmpty();
    }

    private List<PermitCommand> commands() {
        CustomerPermitCommand ofCustomer = new CustomerPermitCommand();
        ofCustomer.customerId = "acme";
        CustomerUserPermitCommand ofPerson = new CustomerUserPermitCommand();
        ofPerson.login = "jdoe";
        for (PermitCommand command : List.of(ofCustomer, ofPerson)) {
            command.groups = access.groups;
            command.permissions = access.permissions;
            command.session = Sessions.of("ops");
            command.name = "Sales";
        }
        return List.of(ofCustomer, ofPerson);
    }
}
