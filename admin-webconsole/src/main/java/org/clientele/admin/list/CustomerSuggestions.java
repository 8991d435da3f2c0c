package org.clientele.admin.list;

import java.util.Map;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.field.Fields;

/** The customers that match what is being typed. */
public final class CustomerSuggestions implements Action {
    private final CustomerChoice customers;

    public CustomerSuggestions(CustomerChoice customers) {
        this.customers = customers;
    }

    @Override
    public Reply answer(Exchange exchange) {
        return new Reply.Fragment(
                200, new StaticTemplates().options(customers.matching(exchange.text(Fields.CUSTOMER))), Map.of());
    }
}
