package org.clientele.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Field;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** One customer, and what was asked for. */
final class Companies implements Customers {
    final List<Addition> additions = new ArrayList<>();
    DirectoryException failure;
    final List<Change> changes = new ArrayList<>();
    List<MovedCustomerUsers> moved = List.of();
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
    public Customer add(Addition addition) throws DirectoryException {
        if (failure != null) {
            throw failure;
        }
        additions.add(addition);
        return acme;
    }

    @Override
    public Customer update(Change change) {
        changes.add(change);
        return acme;
    }

    @Override
    public CustomerUpdate updateAndMove(Change change) {
        return new CustomerUpdate(update(change), moved);
    }

    @Override
    public void check(Addition addition) {}

    @Override
    public Set<String> check(Change change) {
        return change.fields().keySet();
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
