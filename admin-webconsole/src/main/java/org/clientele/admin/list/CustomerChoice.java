package org.clientele.admin.list;

import java.util.List;
import org.clientele.Answer;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.SourceStatus;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.field.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The customers that a customer user can belong to, for the field that names one. */
public final class CustomerChoice {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerChoice.class);
    private static final int MOST = 100;

    private final Customers customers;

    public CustomerChoice(Customers customers) {
        this.customers = customers;
    }

    /** The first valid customers that match, none if they cannot be listed: then the id has to be typed. */
    public List<Customer> matching(String text) {
        try {
            return customers.list(request(text, false)).rows();
        } catch (DirectoryException e) {
            LOG.info("Customers cannot be suggested: {}", e.getMessage());
            return List.of();
        }
    }

    /** The customer with this id. */
    public Answer<Customer> find(String customerId) {
        return customers.find(customerId);
    }

    /** Whether none of {@code sources} takes a record before there is a customer, and it is certain that there is none at all. */
    public boolean comeFirst(List<SourceStatus> sources) {
        return !sources.isEmpty() && sources.stream().allMatch(CustomerChoice::needsCustomer) && none();
    }

    private static boolean needsCustomer(SourceStatus source) {
        return source.companySupport()
                && source.fields().stream()
                        .anyMatch(field -> field.variable().equals(Fields.CUSTOMER) && field.required());
    }

    private boolean none() {
        try {
            Page<Customer> page = customers.list(request("", true).withLimit(1));
            return page.rows().isEmpty() && !page.incomplete();
        } catch (DirectoryException e) {
            LOG.info("It is not known whether there are customers: {}", e.getMessage());
            return false;
        }
    }

    private static ListRequest request(String text, boolean includeInvalid) {
        return ListRequest.ALL
                .withSearch(text)
                .withLimit(MOST)
                .withIncludeInvalid(includeInvalid)
                .withoutUnavailable(true);
    }
}
