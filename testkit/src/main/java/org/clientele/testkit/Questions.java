package org.clientele.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.Condition;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/** Everything that a source can be asked, of each kind of question one. */
final class Questions {
    private static final String NOBODY = "nobody";
    private static final Criterion.Text TEXT =
            new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(NOBODY)));
    private static final Criterion.CustomerId CUSTOMER = new Criterion.CustomerId(TextPattern.exactly(NOBODY));

    private Questions() {}

    /** One call of a source. */
    interface Call {
        Object answer(Deadline deadline) throws SourceUnavailableException;
    }

    /**
     * A question to a source.
     *
     * @param words for the message of a test that fails
     * @param call asks it
     */
    record Question(String words, Call call) {}

    static Question find(CustomerUserSource source, String login) {
        return new Question("find(\"" + login + "\")", deadline -> source.find(login, deadline));
    }

    /** All that this source can be asked, by its map and by what it implements. */
    static List<Question> of(CustomerUserSource source) {
        List<Question> questions = new ArrayList<>();
        questions.add(find(source, NOBODY));
        criteria(source.description())
                .forEach(criterion -> questions.add(new Question(
                        Wording.of(criterion),
                        deadline -> source.search(new SourceQuery(criterion, Optional.empty(), 10, true), deadline))));
        if (source instanceof SortingSource sorting) {
            List<Ordering> order = List.of(Ordering.ascending(TestPerson.LAST_NAME));
            questions.add(new Question(
                    "everybody in the order of last names",
                    deadline -> sorting.sort(Probe.EVERYBODY, order, deadline)));
        }
        if (source instanceof CountingSource counting) {
            questions.add(new Question("the number of all", deadline -> counting.count(Criterion.ALL, true, deadline)));
        }
        if (source instanceof CustomerIdSource customers) {
            CustomerIdQuery all = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
            questions.add(new Question("the customer IDs", deadline -> customers.customerIds(all, deadline)));
        }
        return questions;
    }

    private static List<Criterion> criteria(SourceDescription description) {
        List<Criterion> criteria = new ArrayList<>(List.of(
                Criterion.ALL,
                new Criterion.Ids(Set.of(NOBODY)),
                TEXT,
                new Criterion.Detailed(
                        List.of(new Condition.Like(TestPerson.LAST_NAME, Set.of(NOBODY))), Set.of(), Set.of())));
        if (description.field(Fields.CUSTOMER).isPresent()) {
            criteria.add(CUSTOMER);
            criteria.add(new Criterion.TextOfCustomer(TEXT, CUSTOMER));
        }
        if (description.field(Fields.EMAIL).isPresent()) {
            criteria.add(new Criterion.Email("nobody@example.com"));
        }
        return criteria;
    }
}
