package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.Change;
import org.clientele.Count.SourceCount;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Search;
import org.clientele.admin.source.SourceName;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.OneTimeNotices;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Fields;

/** Says what becomes of the customer users of a customer that gets another ID, before it is saved and afterwards. */
public final class CustomerSaving implements Saving<Customer> {
    private final Customers customers;
    private final CustomerUsers users;
    private final OneTimeNotices notices;

    public CustomerSaving(Customers customers, CustomerUsers users, OneTimeNotices notices) {
        this.customers = customers;
        this.users = users;
        this.notices = notices;
    }

    @Override
    public List<String> ahead(Exchange exchange, Change change) {
        String id = change.fields().getOrDefault(Fields.CUSTOMER_ID, change.id());
        boolean confirmed = exchange.text(FormParameter.CONFIRMED).equals(id);
        return id.isEmpty() || id.equals(change.id()) || confirmed
                ? List.of()
                : said(exchange.words(), change.id(), id);
    }

    private List<String> said(Words words, String from, String to) {
        List<String> said = new ArrayList<>(List.of(words.get("rename.ahead", from, to)));
        try {
            ListRequest request =
                    ListRequest.ALL.withSearch(new Search.CustomerIdRaw(from)).withIncludeInvalid(true);
            users.count(request.withoutUnavailable(true)).sources().stream()
                    .filter(count ->
                            count.matches().atLeast() > 0 || !count.matches().isExact())
                    .forEach(count -> said.add(ahead(words, count)));
        } catch (DirectoryException e) {
            said.add(words.unavailable(e));
        }
        return said;
    }

    private String ahead(Words words, SourceCount count) {
        String slot = count.report().source();
        if (count.matches().atLeast() == 0) {
            return words.get("rename.ahead.unknown", SourceName.of(users, slot));
        }
        String key = isWritable(slot) ? "rename.ahead.moved" : "rename.ahead.left";
        return words.get(key, SourceName.of(users, slot), count.matches().atLeast());
    }

    @Override
    public Customer save(Exchange exchange, Change change) throws DirectoryException {
        CustomerUpdate update = customers.updateAndMove(change);
        Customer customer = update.customer();
        if (!customer.id().equals(change.id())) {
            notices.keep(exchange.administrator(), customer.id(), told(exchange.words(), change.id(), update));
        }
        return customer;
    }

    private List<String> told(Words words, String from, CustomerUpdate update) {
        List<String> told = new ArrayList<>(List.of(words.get("rename.moved", update.moved())));
        update.left().forEach(source -> told.add(left(words, source, from)));
        return told;
    }

    private String left(Words words, MovedCustomerUsers source, String from) {
        String key =
                "rename.rest." + source.rest().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.get(key, SourceName.of(users, source.source()), from);
    }

    private boolean isWritable(String slot) {
        return users.sources().stream().anyMatch(source -> source.slot().equals(slot) && source.writable());
    }
}
