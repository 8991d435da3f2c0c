package org.clientele.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.Search;
import org.clientele.field.Fields;
import org.jspecify.annotations.Nullable;

/** Lists customer users, all or those that a text finds. */
@Service
@Command(scope = "customer-user", name = "search", description = "Lists customer users, all or those that a text finds")
public final class CustomerUserSearchCommand extends ListCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Option(name = "--source", description = "Only records of this source")
    @Completion(CustomerUserSlotCompleter.class)
    @Nullable
    String source;

    @Option(name = "--login", description = "Search for exactly this login")
    @Nullable
    String login;

    @Option(name = "--email", description = "Search for exactly this e-mail address")
    @Nullable
    String email;

    @Override
    Map<String, Search> exactSearches() {
        Map<String, Search> searches = super.exactSearches();
        if (login != null) {
            searches.put("--login", new Search.Id(login));
        }
        if (email != null) {
            searches.put("--email", new Search.Email(email));
        }
        return searches;
    }

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    Table table() {
        return new Table("Nobody found.", List.of("Login", "Name", "E-mail", "Customer", "Validity", "Source"));
    }

    @Override
    void addTo(Table table, CustomerUser user) {
        table.row(
                user.login(),
                user.name(),
                user.value(Fields.EMAIL),
                user.value(Fields.CUSTOMER),
                user.validity().key(),
                source(user));
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
