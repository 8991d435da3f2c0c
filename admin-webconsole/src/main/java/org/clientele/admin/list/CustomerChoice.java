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
    private static final int MOST = 20;

    private final Customers customers;

    public CustomerChoice(Customers customers) {
        this.customers = customers;
    }

    /**
     * The first customers that match, valid or not.
     *
     * @throws DirectoryException if the text is no search
     */
    Page<Customer> matching(String text) throws DirectoryException {
        return customers.list(request(text));
    }

    /** The name of a customer, empty if it has none or is not known. */
    public String name(String customerId) {
        return customerId.isEmpty()
                ? ""
                : find(customerId).entry().map(Customer::name).orElse("");
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
            Page<Customer> page = customers.list(request("").withLimit(1));
            return page.rows().isEmpty() && !page.incomplete();
        } catch (DirectoryException e) {
            LOG.info("It is not known whether there are customers: {}", e.getMessage());
            return false;
        }
    }

    private static ListRequest request(String text) {
        return ListRequest.ALL
                .withSearch(text)
                .withLimit(MOST)
                .withIncludeInvalid(true)
                .withoutUnavailable(true);
    }
}
