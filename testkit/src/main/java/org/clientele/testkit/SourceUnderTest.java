package org.clientele.testkit;

import java.util.List;
import java.util.Set;

/** What an author provides to have his source tested. */
public interface SourceUnderTest {

    /**
     * A source whose storage holds exactly {@code people}. Its search fields are login, e-mail, customer ID, first and last
     * name; prefix and suffix are free. A test may ask for several, one after another, and closes each before the next.
     */
    Fixture fixture(List<TestPerson> people) throws Exception;

    /** In what the storage deviates; empty for one that can keep the whole contract. */
    default Set<Deviation> deviations() {
        return Set.of();
    }
}
