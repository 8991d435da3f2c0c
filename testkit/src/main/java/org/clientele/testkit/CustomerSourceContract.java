package org.clientele.testkit;

import java.util.List;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.TextPattern;

/**
 * The contract of a {@link org.clientele.spi.CustomerSource}, as tests: extend it, implement {@link #customers}, run it with
 * JUnit 5. It is what the contract of customer users says of any records: where that has a login, a customer has its customer
 * ID, and for the last name its name. E-mail addresses, and customers of their own, customers do not have.
 */
public abstract class CustomerSourceContract
        implements FindContract,
                SpecialCharactersContract,
                PagingContract,
                CallContract,
                ClosingContract,
                LeakContract,
                OutageContract {
    private static final int LONG_ID = 150;

    /**
     * A source whose storage holds exactly these customers. Its map has rows {@code CustomerID} and
     * {@code CustomerCompanyName}, and their columns are its search fields; prefix and suffix are free. A test may ask for
     * several, one after another, and closes each before the next.
     */
    public abstract CustomerFixture customers(List<TestCustomer> customers) throws Exception;

    @Override
    public final Fixture fixture(List<TestPerson> people) throws Exception {
        return new CustomersAsPeople(customers(people.stream()
                .map(person -> new TestCustomer(person.login(), person.lastName(), person.validity()))
                .toList()));
    }

    @Override
    public final List<Criterion> exactly(String text) {
        return List.of(
                new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(text))),
                new Criterion.Ids(Set.of(text)));
    }

    @Override
    public final int longLogin() {
        return LONG_ID;
    }
}
