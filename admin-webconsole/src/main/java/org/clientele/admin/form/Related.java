package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.admin.audit.AuditRequest;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.list.ExactSearch;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;
import org.clientele.audit.AuditSubject;
import org.clientele.customer.Customer;
import org.clientele.field.Fields;

/**
 * A way from a record to others that belong to it: from a customer to its people, from a person to its customers.
 *
 * @param label what it leads to
 * @param address where it leads
 */
public record Related(String label, String address) {
    /** Each customer is looked up, and nobody reads more names above a record. */
    private static final int MOST_CUSTOMERS = 5;

    static List<Related> of(DirectoryEntry entry, Screen screen, CustomerChoice customers) {
        boolean person = entry instanceof CustomerUser;
        List<Related> related = new ArrayList<>(
                entry instanceof CustomerUser user ? customersOf(user, screen, customers) : peopleOf(entry, screen));
        related.add(
                history(screen, person ? AuditSubject.customerUser(entry.id()) : AuditSubject.customer(entry.id())));
        return related;
    }

    /** What was changed about something. */
    public static Related history(Screen screen, AuditSubject subject) {
        return new Related(screen.words().get("audit.history"), AuditRequest.history(screen, subject));
    }

    private static List<Related> peopleOf(DirectoryEntry customer, Screen screen) {
        String id = customer.id();
        String add = Links.to(screen.home(Kind.USERS) + "/add")
                .with(Fields.CUSTOMER, id)
                .toString();
        List<Related> related = new ArrayList<>();
        related.add(new Related(screen.words().get("customers.people"), ExactSearch.ofCustomer(screen, id)));
        if (screen.manages(Kind.USERS)) {
            related.add(new Related(screen.words().get("customers.person"), add));
        }
        related.add(
                new Related(screen.words().get("customers.matrix.users"), matrix(screen, Kind.USERS_CUSTOMERS, id)));
        related.add(
                new Related(screen.words().get("customers.matrix.groups"), matrix(screen, Kind.CUSTOMERS_GROUPS, id)));
        return related;
    }

    private static String matrix(Screen screen, Kind relation, String customerId) {
        return Links.to(screen.home(relation) + "/matrix")
                .with(Kind.CUSTOMERS.idParameter(), customerId)
                .toString();
    }

    private static List<Related> customersOf(CustomerUser user, Screen screen, CustomerChoice customers) {
        List<String> own = user.fields().getOrDefault(Fields.CUSTOMER, List.of());
        return Stream.concat(own.stream(), user.customerIds().stream())
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MOST_CUSTOMERS)
                .flatMap(id -> customer(id, screen, customers).stream())
                .toList();
    }

    /** Only a customer that is known not to exist has no page; of one that cannot be looked up the page says so. */
    private static Optional<Related> customer(String id, Screen screen, CustomerChoice customers) {
        Answer<Customer> answer = customers.find(id);
        if (answer instanceof Answer.NotFound) {
            return Optional.empty();
        }
        String name = answer.entry()
                .map(Customer::name)
                .filter(text -> !text.isEmpty())
                .orElse(id);
        String known = answer.entry().map(Customer::customerId).orElse(id);
        String address = Links.to(screen.home(Kind.CUSTOMERS) + "/edit")
                .with(Kind.CUSTOMERS.idParameter(), known)
                .toString();
        return Optional.of(new Related(screen.words().get("users.customer", name), address));
    }
}
