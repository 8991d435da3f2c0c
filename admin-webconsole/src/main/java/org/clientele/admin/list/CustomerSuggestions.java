package org.clientele.admin.list;

import java.util.Map;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.Page;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.customer.Customer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The customers that match what is being typed. */
public final class CustomerSuggestions implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerSuggestions.class);

    private final CustomerChoice customers;

    public CustomerSuggestions(CustomerChoice customers) {
        this.customers = customers;
    }

    @Override
    public Reply answer(Exchange exchange) {
        Words words = exchange.words();
        try {
            Page<Customer> page = customers.matching(exchange.text("search"));
            boolean nobodyAnswered = page.incomplete() && page.rows().isEmpty();
            return nobodyAnswered ? failed(503, words.get("combobox.away")) : options(words, page);
        } catch (InvalidInputException e) {
            return failed(422, words.refused(e));
        } catch (DirectoryException e) {
            LOG.info("Customers cannot be suggested: {}", e.getMessage());
            return failed(503, words.get("combobox.away"));
        }
    }

    private static Reply options(Words words, Page<Customer> page) {
        String count = words.get(
                page.next().isPresent() ? "combobox.more" : "combobox.count",
                page.rows().size());
        String incomplete = page.incomplete() ? " " + words.get("combobox.incomplete") : "";
        return new Reply.Fragment(200, new StaticTemplates().options(words, page.rows(), count + incomplete), Map.of());
    }

    private static Reply failed(int status, String message) {
        return new Reply.Fragment(status, new StaticTemplates().notice(message), Map.of());
    }
}
