package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Condition;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Search;
import org.clientele.SourceReport;
import org.clientele.field.Fields;
import org.clientele.internal.search.SearchParser;
import org.clientele.spi.Criterion;
import org.clientele.spi.TextPattern;

/**
 * What a request asks, and whom.
 *
 * @param criterion which records
 * @param asked the slots to ask, in order
 * @param abstaining why other slots take no part, by slot
 */
record Question(Criterion criterion, List<Slot> asked, Map<String, String> abstaining) {
    private static final int LONGEST = 1000;

    Question {
        asked = List.copyOf(asked);
        abstaining = Map.copyOf(abstaining);
    }

    /** @throws InvalidInputException if the search makes no sense, or there is no such source */
    static Question of(ListRequest request, SlotKind kind, List<Slot> slots) throws InvalidInputException {
        List<Slot> concerned = concerned(request, slots);
        if (request.search() instanceof Search.Detailed detailed) {
            return detailed(withCustomersAsIds(detailed, kind), concerned);
        }
        return new Question(criterion(request.search(), kind), concerned, Map.of());
    }

    /** The reports of a list with those of the slots that took no part, in the order of the slots. */
    List<SourceReport> complete(List<SourceReport> reports, List<Slot> slots) {
        List<SourceReport> all = new ArrayList<>();
        for (Slot slot : slots) {
            List<SourceReport> of = reports.stream()
                    .filter(report -> report.source().equals(slot.name()))
                    .toList();
            all.addAll(of);
            if (of.isEmpty() && abstaining.containsKey(slot.name())) {
                String why = "Takes no part: " + abstaining.get(slot.name());
                all.add(new SourceReport(slot.name(), Outcome.ANSWERED, Duration.ZERO, why));
            }
        }
        return all;
    }

    private static List<Slot> concerned(ListRequest request, List<Slot> slots) throws InvalidInputException {
        if (request.source().isEmpty()) {
            return slots;
        }
        String name = request.source().get();
        List<Slot> named = slots.stream().filter(s -> s.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new InvalidInputException("source", Fault.noSource(name));
        }
        return named;
    }

    private static Criterion criterion(Search search, SlotKind kind) throws InvalidInputException {
        if (search instanceof Search.Id id) {
            return new Criterion.Ids(Set.of(checked("id", id.id())));
        }
        if (search instanceof Search.CustomerIdRaw raw) {
            String customerId = checked("customerId", raw.customerId());
            return kind == SlotKind.CUSTOMER
                    ? new Criterion.Ids(Set.of(customerId))
                    : new Criterion.CustomerId(TextPattern.exactly(customerId));
        }
        if (search instanceof Search.CustomerId customer) {
            String pattern = checked("customerId", customer.pattern());
            Condition like = new Condition.Like(Fields.CUSTOMER_ID, Set.of(pattern));
            return kind == SlotKind.CUSTOMER
                    ? new Criterion.Detailed(List.of(like), Set.of(), Set.of())
                    : new Criterion.CustomerId(TextPattern.of(pattern));
        }
        if (search instanceof Search.Email email) {
            if (kind == SlotKind.CUSTOMER) {
                throw new InvalidInputException("email", "Customers have no e-mail address; search for a text.");
            }
            return new Criterion.Email(checked("email", email.address()));
        }
        if (search instanceof Search.TextOfCustomer both) {
            return textOfCustomer(both, kind);
        }
        return text(((Search.Text) search).text()).<Criterion>map(text -> text).orElse(Criterion.ALL);
    }

    private static Criterion textOfCustomer(Search.TextOfCustomer search, SlotKind kind) throws InvalidInputException {
        if (kind == SlotKind.CUSTOMER) {
            throw new InvalidInputException("customerId", "Customers belong to none; search for a text alone.");
        }
        Criterion.CustomerId customer =
                new Criterion.CustomerId(TextPattern.exactly(checked("customerId", search.customerId())));
        return text(search.text())
                .<Criterion>map(text -> new Criterion.TextOfCustomer(text, customer))
                .orElse(customer);
    }

    private static Optional<Criterion.Text> text(String text) throws InvalidInputException {
        return SearchParser.parse(text).map(Criterion.Text::new);
    }

    private static Question detailed(Search.Detailed search, List<Slot> slots) throws InvalidInputException {
        ConditionRules rules = new ConditionRules(new MergedFields(slots));
        Criterion criterion = new Criterion.Detailed(rules.checked(search), search.customerIds(), search.excludedIds());
        Map<String, String> abstaining = rules.abstaining(search.conditions(), slots);
        List<Slot> asked =
                slots.stream().filter(s -> !abstaining.containsKey(s.name())).toList();
        return new Question(criterion, asked, abstaining);
    }

    /** A customer belongs to itself. */
    private static Search.Detailed withCustomersAsIds(Search.Detailed search, SlotKind kind) {
        if (kind == SlotKind.CUSTOMER_USER || search.customerIds().isEmpty()) {
            return search;
        }
        List<Condition> conditions = new ArrayList<>(search.conditions());
        conditions.add(new Condition.OneOf(Fields.CUSTOMER_ID, search.customerIds()));
        return new Search.Detailed(conditions, Set.of(), search.excludedIds());
    }

    private static String checked(String field, String text) throws InvalidInputException {
        if (text.isEmpty()) {
            throw new InvalidInputException(field, "There is nothing to search for; write a value.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new InvalidInputException(field, "The value is too long; at most " + LONGEST + " characters fit.");
        }
        return text;
    }
}
